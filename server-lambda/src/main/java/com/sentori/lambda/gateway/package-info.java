/**
 * Events of an API Gateway REST proxy as requests of the contract, and answers back. The functions come in.
 */
@NullMarked
package com.sentori.lambda.gateway;

import org.jspecify.annotations.NullMarked;
