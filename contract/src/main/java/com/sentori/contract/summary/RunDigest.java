package com.sentori.contract.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a set of readings, independent of their order: the SHA-256 of each, its first 16 bytes read as two
 * big-endian 64-bit numbers, each added up modulo 2^64; in hex. A reading twice is not a reading once.
 *
 * <p>
 * Hashed are, big-endian: the length of the sensor id in bytes (4 bytes) and its UTF-8, the same of the type, the sequence number
 * (8 bytes, -1 without), the timestamp in milliseconds since 1970 (8 bytes), and the bits of the value by IEEE 754 (8
 * bytes). Not thread-safe.
 */
public final class RunDigest {
    private static final int FIXED = 2 * Integer.BYTES + 3 * Long.BYTES;
    private static final long NO_SEQ = -1;
    private static final int FIRST_ROOM = 128;

    private final MessageDigest sha256;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_ROOM);
    private long high;
    private long low;

    /** Of no readings. */
    public RunDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a reading. */
    public void add(String sensorId, String type, @Nullable Long seq, Instant timestamp, double value) {
        byte[] sensor = sensorId.getBytes(StandardCharsets.UTF_8);
        byte[] kind = type.getBytes(StandardCharsets.UTF_8);
        int length = FIXED + sensor.length + kind.length;
        if (bytes.capacity() < length) {
            bytes = ByteBuffer.allocate(2 * length);
        }
        bytes.clear()
                .putInt(sensor.length)
                .put(sensor)
                .putInt(kind.length)
                .put(kind)
                .putLong(seq == null ? NO_SEQ : seq)
                .putLong(timestamp.toEpochMilli())
                .putLong(Double.doubleToLongBits(value));
        sha256.update(bytes.array(), 0, length);
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
        high += hash.getLong();
        low += hash.getLong();
    }

    void restore(DataInput from) throws IOException {
        high = from.readLong();
        low = from.readLong();
    }

    void save(DataOutput to) throws IOException {
        to.writeLong(high);
        to.writeLong(low);
    }

    /** The digest so far: 32 hex digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }
}
