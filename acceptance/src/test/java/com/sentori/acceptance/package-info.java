/**
 * Both backends from outside, as processes that a sandbox starts: the contract kit with and without tokens, what the
 * OpenAPI document makes a fuzzer send, attacks, and kills in the middle of work.
 */
@NullMarked
package com.sentori.acceptance;

import org.jspecify.annotations.NullMarked;
