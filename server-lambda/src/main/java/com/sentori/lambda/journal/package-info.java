/**
 * What a function says about a request: one line of JSON, which CloudWatch also reads as metrics, and lines with the values
 * that were stored. The functions come in for {@link com.sentori.lambda.journal.Journal}.
 */
@NullMarked
package com.sentori.lambda.journal;

import org.jspecify.annotations.NullMarked;
