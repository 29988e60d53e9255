/**
 * Tokens verified by nimbus-jose-jwt, with the issuer's keys kept between calls. The functions come in; who may do what is
 * the contract's.
 */
@NullMarked
package com.sentori.lambda.tokens;

import org.jspecify.annotations.NullMarked;
