/**
 * The way to S3: objects, uploads in parts, and addresses that are signed for others. What keeps more than DynamoDB takes
 * comes in.
 */
@NullMarked
package com.sentori.lambda.bucket;

import org.jspecify.annotations.NullMarked;
