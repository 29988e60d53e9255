package com.sentori.contract.reports;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The records of a ZIP, by sections 4.3.7 to 4.3.16 of APPNOTE.TXT 6.3.10. All numbers are little-endian. */
final class ZipFormat {
    private static final int MASKED = 0xFFFF_FFFF;
    /** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
    private static final short FLAGS = 1 << 3 | 1 << 11;
    private static final short DEFLATED = 8;
    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;
    private static final short EXTRA_64 = 1;
    private static final int LARGEST_RECORD = 1024;

    private ZipFormat() {}

    /**
     * An entry.
     *
     * @param name in the archive, at most 900 bytes of UTF-8
     * @param time of MS-DOS: date and time of day to two seconds
     * @param offset of its header
     * @param crc of its data so far
     * @param size of its data so far
     * @param compressed the same, deflated
     */
    record Entry(String name, int time, long offset, int crc, long size, long compressed) {
        static Entry of(String name, Instant at, long offset) {
            LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            int day = Math.clamp(utc.getYear() - 1980, 0, 127) << 9 | utc.getMonthValue() << 5 | utc.getDayOfMonth();
            int second = utc.getHour() << 11 | utc.getMinute() << 5 | utc.getSecond() / 2;
            return new Entry(name, day << 16 | second, offset, 0, 0, 0);
        }

        Entry plus(byte[] piece, long deflated) {
            return new Entry(name, time, offset, Crc.goOn(crc, piece), size + piece.length, compressed + deflated);
        }

        void save(DataOutput to) throws IOException {
            to.writeUTF(name);
            to.writeInt(time);
            to.writeLong(offset);
            to.writeInt(crc);
            to.writeLong(size);
            to.writeLong(compressed);
        }

        static Entry restore(DataInput from) throws IOException {
            return new Entry(from.readUTF(), from.readInt(), from.readLong(), from.readInt(), from.readLong(),
                    from.readLong());
        }

        private boolean isLong(long full) {
            return size >= full || compressed >= full;
        }
    }

    /** What stands before the data of an entry. */
    static byte[] header(Entry entry) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        return done(record().putInt(0x04034b50)
                .putShort(VERSION)
                .putShort(FLAGS)
                .putShort(DEFLATED)
                .putInt(entry.time)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name));
    }

    /** What stands behind it. */
    static byte[] descriptor(Entry entry, long full) {
        ByteBuffer record = record().putInt(0x08074b50).putInt(entry.crc);
        return done(entry.isLong(full)
                ? record.putLong(entry.compressed).putLong(entry.size)
                : record.putInt((int) entry.compressed).putInt((int) entry.size));
    }

    /** Its place in the central directory. */
    static byte[] listing(Entry entry, long full) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        boolean longData = entry.isLong(full);
        boolean far = entry.offset >= full;
        int extra = (longData ? 16 : 0) + (far ? 8 : 0);
        ByteBuffer record = record().putInt(0x02014b50)
                .putShort(extra > 0 ? VERSION_64 : VERSION)
                .putShort(extra > 0 ? VERSION_64 : VERSION)
                .putShort(FLAGS)
                .putShort(DEFLATED)
                .putInt(entry.time)
                .putInt(entry.crc)
                .putInt(longData ? MASKED : (int) entry.compressed)
                .putInt(longData ? MASKED : (int) entry.size)
                .putShort((short) name.length)
                .putShort((short) (extra > 0 ? extra + 4 : 0))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(far ? MASKED : (int) entry.offset)
                .put(name);
        if (extra > 0) {
            record.putShort(EXTRA_64).putShort((short) extra);
        }
        if (longData) {
            record.putLong(entry.size).putLong(entry.compressed);
        }
        if (far) {
            record.putLong(entry.offset);
        }
        return done(record);
    }

    /** The end of the central directory, which is at most 65,534 entries long. */
    static byte[] end(int entries, long start, long end, long full) {
        ByteBuffer record = record();
        boolean far = end >= full;
        if (far) {
            record.putInt(0x06064b50)
                    .putLong(44)
                    .putShort(VERSION_64)
                    .putShort(VERSION_64)
                    .putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(end - start)
                    .putLong(start)
                    .putInt(0x07064b50)
                    .putInt(0)
                    .putLong(end)
                    .putInt(1);
        }
        return done(record.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt((int) (end - start))
                .putInt(far ? MASKED : (int) start)
                .putShort((short) 0));
    }

    private static ByteBuffer record() {
        return ByteBuffer.allocate(LARGEST_RECORD).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] done(ByteBuffer record) {
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        return bytes;
    }
}
