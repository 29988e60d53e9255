/**
 * The two Lambda functions and how they are put together. Lambda and the sandbox come in.
 */
@NullMarked
package com.sentori.lambda.functions;

import org.jspecify.annotations.NullMarked;
