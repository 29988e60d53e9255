/**
 * The measurements of the console, one class each.
 */
@NullMarked
package com.sentori.bench.console;

import org.jspecify.annotations.NullMarked;
