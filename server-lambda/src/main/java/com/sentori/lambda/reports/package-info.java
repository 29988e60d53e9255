/**
 * Reports that are too large for one answer: built in steps, by whichever function is asked, and fetched from S3. The functions
 * come in.
 */
@NullMarked
package com.sentori.lambda.reports;

import org.jspecify.annotations.NullMarked;
