/**
 * What a call is refused with: the codes, the problem document (RFC 9457) and the one exception that
 * carries them. Every package of the contract and every backend may come in.
 */
@NullMarked
package com.sentori.contract.errors;

import org.jspecify.annotations.NullMarked;
