package com.sentori.console.simulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be emitted. Readings are numbered from 0 in the order in which they are due, over all sensors;
 * the number of a reading is its {@code seq}, and everything about it follows from the number.
 *
 * @param sensors how many, at least 1
 * @param rate readings a second of each sensor
 * @param duration how long
 * @param waveform the shape of the values
 * @param seed same seed, same values
 */
public record SensorPlan(int sensors, double rate, Duration duration, Waveform waveform, long seed) {
    private static final double NANOS = 1e9;

    /** {@code sensor-1} and so on. */
    public List<String> sensorIds() {
        return IntStream.range(0, sensors).mapToObj(SensorPlan::sensorId).toList();
    }

    /** How many readings it makes: sensors × rate × duration, whole ticks only. */
    public long total() {
        return sensors * Math.round(Math.floor(rate * duration.toNanos() / NANOS + 1e-9));
    }

    /** The sensor of a reading, from 0. */
    public int sensor(long number) {
        return (int) (number % sensors);
    }

    /** Which of its sensor's readings it is, from 0. */
    public long tick(long number) {
        return number / sensors;
    }

    /**
     * When a reading is due, in nanoseconds from the start: sensors are spread over the interval. Computed from the
     * number alone, so that nothing adds up over a long run.
     */
    public long dueNanos(long number) {
        long tick = number / sensors;
        return Math.round(tick * (NANOS / rate)) + Math.round((number % sensors) * (NANOS / rate) / sensors);
    }

    /** How many readings are due at so many nanoseconds from the start. */
    public long dueBy(long nanos) {
        if (nanos < 0) {
            return 0;
        }
        long total = total();
        long guess = Math.min(total, (long) (nanos * (rate * sensors / NANOS)) + 1);
        while (guess > 0 && dueNanos(guess - 1) > nanos) {
            guess--;
        }
        while (guess < total && dueNanos(guess) <= nanos) {
            guess++;
        }
        return guess;
    }

    /** The name of a sensor. */
    public static String sensorId(int sensor) {
        return "sensor-" + (sensor + 1);
    }

    /** The value of a reading. */
    public double value(long number) {
        return waveform.value(seed, sensor(number), tick(number), rate);
    }
}
