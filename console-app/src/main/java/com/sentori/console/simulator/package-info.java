/**
 * What the simulated sensors emit, and when: pure functions of a scenario and a seed, without clock, thread, network, file or
 * screen. Whoever drives a run, checks one or reads a scenario comes in.
 */
@NullMarked
package com.sentori.console.simulator;

import org.jspecify.annotations.NullMarked;
