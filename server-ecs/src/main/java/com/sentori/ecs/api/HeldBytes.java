package com.sentori.ecs.api;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * How many bytes of bodies the server holds at this moment: of requests while they are read and answered, of answers while slow
 * clients take them. There is a most, whatever the number of clients. Thread-safe.
 */
public final class HeldBytes {
    private static final int STEP = 16 * 1024;

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

        /** Reads to the end or to {@code limit} bytes, and takes what has come: who sends slowly holds no more than he has sent. */
        byte[] read(InputStream in, int limit) throws IOException {
            byte[] next = take(in.readNBytes(Math.min(STEP, limit)));
            if (next.length < STEP) {
                return next;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream(2 * STEP);
            while (next.length > 0) {
                all.writeBytes(next);
                next = take(in.readNBytes(Math.min(STEP, limit - all.size())));
            }
            return all.toByteArray();
        }

        private byte[] take(byte[] bytes) {
            take(bytes.length);
            return bytes;
        }

        @Override
        public void close() {
            room.release(taken);
        }
    }
}
