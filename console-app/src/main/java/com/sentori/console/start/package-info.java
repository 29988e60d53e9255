/**
 * The start form: what a run shall emit, and on which backends. The wiring comes in.
 */
@NullMarked
package com.sentori.console.start;

import org.jspecify.annotations.NullMarked;
