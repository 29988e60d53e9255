/**
 * What the simulated sensors emit, and when: pure functions of a plan, without clock, thread, network or
 * screen. Whoever drives a run comes in.
 */
@NullMarked
package com.sentori.console.simulator;

import org.jspecify.annotations.NullMarked;
