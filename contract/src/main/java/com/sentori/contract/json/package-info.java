/**
 * The one JSON set-up: mapper, strict reading of requests, and the wire form of instants. Everyone who
 * reads or writes the contract's JSON comes here and has no mapper of their own.
 */
@NullMarked
package com.sentori.contract.json;

import org.jspecify.annotations.NullMarked;
