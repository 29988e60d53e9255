/**
 * The screen of what is running on all backends, whoever started it, and of ending it. The wiring comes in.
 */
@NullMarked
package com.sentori.console.overview;

import org.jspecify.annotations.NullMarked;
