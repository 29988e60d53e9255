/**
 * The screen of past runs of all backends, newest first, and their export. The wiring comes in.
 */
@NullMarked
package com.sentori.console.history;

import org.jspecify.annotations.NullMarked;
