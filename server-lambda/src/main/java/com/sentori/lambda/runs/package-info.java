/**
 * Runs on DynamoDB: start and limit, lists, ends. The functions come in for
 * {@link com.sentori.lambda.runs.DynamoRuns} and the store's id.
 */
@NullMarked
package com.sentori.lambda.runs;

import org.jspecify.annotations.NullMarked;
