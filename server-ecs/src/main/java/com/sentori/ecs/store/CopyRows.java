package com.sentori.ecs.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary form of PostgreSQL's COPY (its manual, "COPY", "Binary Format"), in which nothing is spelled out and read back.
 * Each row begins with {@link #row}, and its values follow in the order of the columns. Not thread-safe.
 */
public final class CopyRows {
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0,
            0,
            0, 0};
    private static final short END = -1;
    private static final int NULL = -1;
    /** PostgreSQL counts microseconds from 2000. */
    private static final long EPOCH_MILLIS = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final int MICROS_PER_MILLI = 1_000;

    private ByteBuffer bytes;

    /** None yet; a guess how many bytes they will take. */
    public CopyRows(int size) {
        bytes = ByteBuffer.allocate(Math.max(size, 2 * HEAD.length)).put(HEAD);
    }

    /** A row of so many values. */
    public CopyRows row(int values) {
        room(Short.BYTES).putShort((short) values);
        return this;
    }

    /** A {@code uuid}. */
    public CopyRows uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES).putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    /** A {@code bigint}. */
    public CopyRows bigint(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** A {@code bigint}, or none. */
    public CopyRows bigintOrNull(@Nullable Long value) {
        if (value != null) {
            return bigint(value);
        }
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    /** A {@code double precision}, bit for bit. */
    public CopyRows float8(double value) {
        return bigint(Double.doubleToRawLongBits(value));
    }

    /** A {@code timestamptz}, to the millisecond. */
    public CopyRows timestamptz(Instant value) {
        return bigint((value.toEpochMilli() - EPOCH_MILLIS) * MICROS_PER_MILLI);
    }

    /** A {@code text}. */
    public CopyRows text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + text.length).putInt(text.length).put(text);
        return this;
    }

    void writeTo(CopyIn copy) throws SQLException {
        room(Short.BYTES).putShort(END);
        copy.writeToCopy(bytes.array(), 0, bytes.position());
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            byte[] longer = Arrays.copyOf(bytes.array(), 2 * (bytes.position() + wanted));
            bytes = ByteBuffer.wrap(longer).position(bytes.position());
        }
        return bytes;
    }
}
