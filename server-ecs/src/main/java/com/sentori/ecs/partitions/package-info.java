/**
 * The tables that the readings of a day's runs lie in: made before the first run of the day, dropped after the last has gone. The
 * stores of runs and readings come in, and the wiring.
 */
@NullMarked
package com.sentori.ecs.partitions;

import org.jspecify.annotations.NullMarked;
