/**
 * Measures what reports of runs promise: time, memory and size, whatever the length of the run. The command comes in.
 */
@NullMarked
package com.sentori.bench.reports;

import org.jspecify.annotations.NullMarked;
