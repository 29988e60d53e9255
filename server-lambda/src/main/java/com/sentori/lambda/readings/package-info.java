/**
 * Readings on DynamoDB: packing, the live tail, the search and its index of sensors. The functions come in
 * for {@link com.sentori.lambda.readings.DynamoReadings}.
 */
@NullMarked
package com.sentori.lambda.readings;

import org.jspecify.annotations.NullMarked;
