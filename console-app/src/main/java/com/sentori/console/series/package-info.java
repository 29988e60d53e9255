/**
 * The readings that the console has seen, as time series in memory: written by feeds, read by charts. The one
 * place where their threads meet; each series has a lock that is held for microseconds.
 */
@NullMarked
package com.sentori.console.series;

import org.jspecify.annotations.NullMarked;
