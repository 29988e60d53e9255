/**
 * The measurements of the two backends, one class each.
 */
@NullMarked
package com.sentori.bench.backends;

import org.jspecify.annotations.NullMarked;
