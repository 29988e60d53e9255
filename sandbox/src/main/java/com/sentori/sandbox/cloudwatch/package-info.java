/**
 * CloudWatch as its clients see it: the operations on metrics behind the three protocols which they speak, and the queries of
 * logs behind the one which is theirs. The sandbox starts it.
 */
@NullMarked
package com.sentori.sandbox.cloudwatch;

import org.jspecify.annotations.NullMarked;
