package com.sentori.console.scenarios;

import com.sentori.console.simulator.Recording;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A column of a CSV file as a file of its own, eight bytes a row, mapped: it takes no memory of the program however long it is.
 *
 * @param hash of its values; two columns of one hash are the same
 */
record Column(String hash, MemorySegment values) implements Recording {
    static final ValueLayout.OfDouble ROW = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    static Column open(Path file, String hash) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // Unmapped when nobody replays it any more: a plan is a value, which nobody closes.
            return new Column(hash, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        }
    }

    @Override
    public long rows() {
        return values.byteSize() / ROW.byteSize();
    }

    @Override
    public double at(long row) {
        return values.get(ROW, row * ROW.byteSize());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column column && hash.equals(column.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
