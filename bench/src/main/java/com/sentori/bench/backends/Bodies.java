package com.sentori.bench.backends;

import com.sentori.bench.load.Wire;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests with readings of 100 sensors; values are noise, which compresses no better than the field's. */
final class Bodies {
    static final int SENSORS = 100;

    private Bodies() {}

    /** Single readings, as the web front sends them. */
    static List<ByteBuffer> singles(String run, int count) {
        Random noise = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> Wire.post("/api/sensors/data", reading(i, noise), "X-Run-Id: " + run, "X-User: bench"))
                .toList();
    }

    /** A reading as JSON. */
    static String single(int i) {
        return reading(i, new Random(i));
    }

    /** Batches. */
    static List<ByteBuffer> batches(String run, int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(i -> Wire.post("/api/sensors/data", batch(i, size), "X-Run-Id: " + run, "X-User: bench"))
                .toList();
    }

    static String batch(int seed, int size) {
        Random noise = new Random(seed);
        return IntStream.range(0, size)
                .mapToObj(i -> reading(i, noise))
                .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
    }

    private static String reading(int i, Random noise) {
        return String.format(Locale.ROOT,
                "{\"sensorId\":\"sensor-%d\",\"type\":\"temperature\",\"reading\":%.4f,\"timestamp\":\"2026-01-15T10:%02d:%02d.%03dZ\",\"seq\":%d}",
                i % SENSORS, 20 + noise.nextGaussian(), noise.nextInt(60), noise.nextInt(60), noise.nextInt(1000),
                i);
    }
}
