package com.sentori.ecs.api;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of bodies the server holds at this moment: of requests while they are read and answered, of answers while slow
 * clients take them. There is a most, whatever the number of clients. Thread-safe.
 */
public final class HeldBytes {
    private static final byte[] NONE = new byte[0];
    private static final int STEP = 8 * 1024;

    private final int most;
    private final Semaphore room;

    /** At most so many bytes. */
    public HeldBytes(int most) {
        this.most = most;
        this.room = new Semaphore(most);
    }

    /** Bytes that are held now. */
    public int held() {
        return most - room.availablePermits();
    }

    Share share() {
        return new Share();
    }

    /** What one request holds. Not thread-safe. */
    final class Share implements AutoCloseable {
        private int taken;

        /**
         * Takes more.
         *
         * @throws ContractException OVERLOADED if there is no room for it
         */
        void take(int bytes) {
            if (!room.tryAcquire(bytes)) {
                throw ContractException.of(ErrorCode.OVERLOADED, "The server holds as much as it can; try again.");
            }
            taken += bytes;
        }

        /**
         * Reads to the end or to {@code limit} bytes, and takes what has come: who sends slowly holds no more than was sent.
         * Null if it trickles in for longer than {@code longest}; between two parts of it, Tomcat waits for
         * {@code server.tomcat.connection-timeout}.
         */
        byte @Nullable [] read(InputStream in, int limit, Duration longest) throws IOException {
            long deadline = System.nanoTime() + longest.toNanos();
            byte[] buffer = new byte[STEP];
            int length = in.read(buffer);
            if (length < 0) {
                return NONE;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream(length);
            while (length > 0) {
                if (System.nanoTime() - deadline > 0) {
                    return null;
                }
                take(length);
                all.write(buffer, 0, length);
                length = in.read(buffer, 0, Math.min(STEP, limit - all.size()));
            }
            return all.toByteArray();
        }

        @Override
        public void close() {
            room.release(taken);
        }
    }
}
