/**
 * What happens in the store while one request is answered, counted where it happens and told by the functions in their
 * log line. Every room may count.
 */
@NullMarked
package com.sentori.lambda.tally;

import org.jspecify.annotations.NullMarked;
