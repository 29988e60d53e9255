/**
 * What may be said of how fresh something is: pure reckoning with clocks, without threads, network or screens. Connections, feeds and screens come in.
 */
@NullMarked
package com.sentori.console.vitals;

import org.jspecify.annotations.NullMarked;
