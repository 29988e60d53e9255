package com.sentori.console.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntToLongFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Readings as bytes: column by column, whole numbers as differences to the one before in as few bytes as they need, values bit by bit, all of it deflated; and a
 * checksum, so that a damaged block is found out and never read as readings.
 */
final class Packing {
    private Packing() {}

    static byte[] pack(Arrivals arrivals) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(arrivals.size() * 12 + 64);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8_192))) {
            out.writeInt(arrivals.size());
            write(out, arrivals, arrivals::series);
            write(out, arrivals, arrivals::time);
            write(out, arrivals, arrivals::place);
            write(out, arrivals, arrivals::seq);
            write(out, arrivals, arrivals::received);
            for (int i = 0; i < arrivals.size(); i++) {
                out.writeLong(Double.doubleToLongBits(arrivals.value(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static long checksum(byte[] packed) {
        CRC32 crc = new CRC32();
        crc.update(packed);
        return crc.getValue();
    }

    /**
     * The readings again.
     *
     * @throws IOException if they are damaged
     */
    static Arrivals unpack(byte[] packed, long checksum) throws IOException {
        if (checksum(packed) != checksum) {
            throw new IOException("A block of readings is damaged.");
        }
        // Buffered: each byte that is asked for singly would be a call of the inflater.
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed))))) {
            int size = in.readInt();
            long[][] columns = new long[5][];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = read(in, size);
            }
            Arrivals arrivals = new Arrivals();
            for (int i = 0; i < size; i++) {
                arrivals.add((int) columns[0][i], columns[1][i], Double.longBitsToDouble(in.readLong()), columns[2][i],
                        columns[3][i], columns[4][i]);
            }
            return arrivals;
        }
    }

    private static void write(DataOutputStream out, Arrivals arrivals, IntToLongFunction column) throws IOException {
        long before = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            long value = column.applyAsLong(i);
            long rest = zigzag(value - before);
            before = value;
            while ((rest & ~0x7FL) != 0) {
                out.writeByte((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.writeByte((int) rest);
        }
    }

    private static long[] read(DataInputStream in, int size) throws IOException {
        long[] column = new long[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            long value = 0;
            int shift = 0;
            int next;
            do {
                next = in.readUnsignedByte();
                value |= (next & 0x7FL) << shift;
                shift += 7;
            } while ((next & 0x80) != 0);
            before += (value >>> 1) ^ -(value & 1);
            column[i] = before;
        }
        return column;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }
}
