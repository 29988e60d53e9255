package com.sentori.console.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * How far a spool was acknowledged: a number and its check, written over in place. It is not forced to disk: a mark that is behind
 * costs a repetition, which the receiver recognises.
 */
final class Mark implements AutoCloseable {
    static final String FILE = "acknowledged";
    private final FileChannel channel;

    Mark(Path folder) throws IOException {
        channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    void set(long number) throws IOException {
        channel.write(ByteBuffer.allocate(2 * Long.BYTES).putLong(number).putLong(crc(number)).flip(), 0);
    }

    /** 0 if it was never set, or not to its end. */
    long get() throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(2 * Long.BYTES);
        if (channel.read(mark, 0) < mark.capacity()) {
            return 0;
        }
        long number = mark.flip().getLong();
        return mark.getLong() == crc(number) ? number : 0;
    }

    private static long crc(long number) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
