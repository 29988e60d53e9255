/**
 * Tokens verified by Spring Security's decoder. The wiring comes in; who may do what is the contract's.
 */
@NullMarked
package com.sentori.ecs.tokens;

import org.jspecify.annotations.NullMarked;
