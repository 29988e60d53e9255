package com.sentori.lambda.log;

import org.jspecify.annotations.Nullable;

/**
 * A slot of a run's log that is filled for good.
 *
 * @param number from 1
 * @param firstReading number of its first reading in the run
 * @param load the readings, as their owner packed them; null in a slot that was closed without any
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Slot(long number, long firstReading, byte @Nullable [] load) {}
