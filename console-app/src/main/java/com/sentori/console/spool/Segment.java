package com.sentori.console.spool;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of records, one behind the other: length (4 bytes), CRC-32C of number and content (4 bytes), number (8 bytes), content. Not
 * thread-safe.
 */
final class Segment implements AutoCloseable {
    static final int MAX_RECORD = 4 << 20;
    private static final int HEAD = 2 * Integer.BYTES + Long.BYTES;

    private final FileChannel channel;
    private final long first;
    private final Path file;

    private Segment(FileChannel channel, long first, Path file) {
        this.channel = channel;
        this.first = first;
        this.file = file;
    }

    static Segment open(Path folder, long first) throws IOException {
        Path file = folder.resolve("%016d.seg".formatted(first));
        return new Segment(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE), first, file);
    }

    /** The number of its first record, by its name; -1 if it is no segment's. */
    static long first(Path file) {
        String name = file.getFileName().toString();
        return name.matches("\\d{16}\\.seg") ? Long.parseLong(name.substring(0, 16)) : -1;
    }

    long first() {
        return first;
    }

    Path file() {
        return file;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Writes a record at its end, durably when it returns. */
    void append(long number, byte[] content) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEAD + content.length)
                .putInt(content.length)
                .putInt(crc(number, content))
                .putLong(number)
                .put(content)
                .flip();
        long at = channel.size();
        while (record.hasRemaining()) {
            at += channel.write(record, at);
        }
        channel.force(false);
    }

    /** The record at a place; null if there is none, or not a whole one. */
    byte @Nullable [] read(long at, long number) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (at + HEAD > channel.size()) {
            return null;
        }
        fill(head, at);
        int length = head.flip().getInt();
        int crc = head.getInt();
        if (length < 0 || length > MAX_RECORD || at + HEAD + length > channel.size() || head.getLong() != number) {
            return null;
        }
        ByteBuffer content = ByteBuffer.allocate(length);
        fill(content, at + HEAD);
        return crc(number, content.array()) == crc ? content.array() : null;
    }

    /** Where the record after this one begins. */
    static long after(long at, byte[] content) {
        return at + HEAD + content.length;
    }

    /**
     * Cuts off what is behind a place, because it was not written to its end.
     *
     * @param number that the next record would have
     * @throws DamagedSpoolException if there is a whole record behind it: then it is no torn end
     */
    void cutAt(long at, long number) throws IOException {
        for (long place = at + 1; place + HEAD <= channel.size(); place++) {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            fill(head, place);
            long found = head.getLong(2 * Integer.BYTES);
            if (found > number && found < number + channel.size() && read(place, found) != null) {
                throw new DamagedSpoolException("The spool file " + file + " is damaged at byte " + at + ".");
            }
        }
        if (channel.size() > at) {
            channel.truncate(at);
            channel.force(true);
        }
    }

    private void fill(ByteBuffer buffer, long at) throws IOException {
        long place = at;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, place);
            if (read < 0) {
                throw new EOFException(file + " became shorter");
            }
            place += read;
        }
    }

    private static int crc(long number, byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        crc.update(content);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
