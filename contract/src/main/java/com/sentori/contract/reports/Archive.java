package com.sentori.contract.reports;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive that can be put down after any piece and taken up by another process: what lies between two pieces is what
 * {@link #save} writes. Each piece is deflated by itself and ends at a byte, so that the same pieces make the same bytes,
 * however often the archive was put down. By APPNOTE.TXT 6.3.10 of PKWARE, with sizes behind the data, and ZIP64 where something
 * is too long for 32 bits. Not thread-safe.
 */
final class Archive implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    /** An empty block that is the last, by RFC 1951. */
    private static final byte[] LAST_BLOCK = {3, 0};
    /** At this size or offset, 32 bits are full. */
    private static final long FULL = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final long full;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] buffer = new byte[BUFFER];
    private final List<ZipFormat.Entry> entries = new ArrayList<>();
    private ZipFormat.@Nullable Entry open;
    private long length;

    /** A new one. */
    Archive(OutputStream out) {
        this(out, FULL);
    }

    /** One that takes smaller numbers for too long. */
    Archive(OutputStream out, long full) {
        this.out = out;
        this.full = full;
    }

    /** One that was put down, to be gone on with. */
    static Archive restore(DataInput from, OutputStream out) throws IOException {
        Archive archive = new Archive(out);
        archive.length = from.readLong();
        int count = from.readInt();
        for (int i = 0; i < count; i++) {
            archive.entries.add(ZipFormat.Entry.restore(from));
        }
        archive.open = from.readBoolean() ? ZipFormat.Entry.restore(from) : null;
        return archive;
    }

    /** Puts it down; between two pieces, at any time. */
    void save(DataOutput to) throws IOException {
        to.writeLong(length);
        to.writeInt(entries.size());
        for (ZipFormat.Entry entry : entries) {
            entry.save(to);
        }
        to.writeBoolean(open != null);
        if (open != null) {
            open.save(to);
        }
    }

    /** Begins an entry. */
    void begin(String name, Instant at) throws IOException {
        open = ZipFormat.Entry.of(name, at, length);
        put(ZipFormat.header(open));
    }

    /** Adds the next piece of the entry. */
    void write(byte[] piece) throws IOException {
        ZipFormat.Entry entry = opened();
        deflater.reset();
        deflater.setInput(piece);
        long before = length;
        int some;
        do {
            some = deflater.deflate(buffer, 0, BUFFER, Deflater.SYNC_FLUSH);
            put(buffer, some);
        } while (some == BUFFER);
        open = entry.plus(piece, length - before);
    }

    /** Adds a text as the next piece of the entry. */
    void write(CharSequence piece) throws IOException {
        write(piece.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the entry. */
    void end() throws IOException {
        put(LAST_BLOCK);
        ZipFormat.Entry entry = opened().plus(new byte[0], LAST_BLOCK.length);
        put(ZipFormat.descriptor(entry, full));
        entries.add(entry);
        open = null;
    }

    /** Ends the archive; nothing may follow. */
    void finish() throws IOException {
        long start = length;
        for (ZipFormat.Entry entry : entries) {
            put(ZipFormat.listing(entry, full));
        }
        put(ZipFormat.end(entries.size(), start, length, full));
        out.flush();
    }

    private ZipFormat.Entry opened() {
        if (open == null) {
            throw new IllegalStateException("no entry was begun");
        }
        return open;
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        length += count;
    }

    /** Gives the memory of the compressor back; what it writes to stays open. */
    @Override
    public void close() {
        deflater.end();
    }
}
