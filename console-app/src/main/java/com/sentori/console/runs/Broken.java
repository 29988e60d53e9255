package com.sentori.console.runs;

import java.time.Instant;

/**
 * A rule of alarms that was critical during a run, and so failed it. Kept with the run's record.
 *
 * @param rule its id
 * @param text its name, what it watched, and its limit: {@code Too warm: sensor-3 temperature > 27.5}
 * @param value that raised the alarm first
 * @param at when that began, by the clock of the readings
 */
public record Broken(String rule, String text, double value, Instant at) {}
