package com.sentori.contract.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** What an answer carries: bytes that are there, or bytes that come while they are written. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public sealed interface Body {
    /**
     * Bytes that are there.
     *
     * @param bytes all of them
     */
    record Whole(byte[] bytes) implements Body {}

    /**
     * Bytes of a length that nobody knows before, which are never held together.
     *
     * @param writer makes them
     */
    record Streamed(Writer writer) implements Body {}

    /** Makes the bytes of a streamed body, once, on the thread of the server that writes the answer. */
    @FunctionalInterface
    interface Writer {
        /**
         * Writes all of them. The status is sent by then: whatever it throws cuts the answer short, which the caller
         * sees as a broken transfer and never as an end.
         *
         * @param out to the caller; it waits while the caller is slow; left open
         * @throws IOException if the caller is gone
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** All bytes at once, for platforms that cannot stream and for answers known to be small. */
    default byte[] toBytes() {
        return switch (this) {
            case Whole whole -> whole.bytes();
            case Streamed streamed -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                try {
                    streamed.writer().writeTo(all);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                yield all.toByteArray();
            }
        };
    }
}
