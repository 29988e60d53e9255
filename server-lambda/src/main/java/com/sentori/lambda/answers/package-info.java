/**
 * What calls with an {@code Idempotency-Key} were answered, on DynamoDB. The stores of runs and readings keep it with their own
 * writes; the wiring comes in, too.
 */
@NullMarked
package com.sentori.lambda.answers;

import org.jspecify.annotations.NullMarked;
