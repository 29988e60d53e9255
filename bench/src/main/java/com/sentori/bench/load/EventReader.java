package com.sentori.bench.load;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/**
 * Finds the sequence numbers of readings in a chunked answer as its bytes come: a byte is looked at once, and nothing is kept. Belongs
 * to one thread.
 */
final class EventReader {
    private static final byte[] MEMBER = {'"', 's', 'e', 'q', '"', ':'};

    private enum Part {
        HEAD, SIZE, DATA, GAP
    }

    private final LongConsumer readings;
    private Part part = Part.HEAD;
    private int lineLength;
    private long left;
    private int matched;
    private long number;

    /**
     * Reads.
     *
     * @param readings is given each number in its turn
     */
    EventReader(LongConsumer readings) {
        this.readings = readings;
    }

    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            switch (part) {
                case HEAD -> head(next);
                case SIZE -> size(next);
                case DATA -> data(next);
                case GAP -> part = next == '\n' ? Part.SIZE : Part.GAP;
            }
        }
    }

    private void head(byte next) {
        if (next == '\n' && lineLength == 0) {
            part = Part.SIZE;
        } else if (next != '\r') {
            lineLength = next == '\n' ? 0 : lineLength + 1;
        }
    }

    private void size(byte next) {
        if (next == '\n') {
            part = Part.DATA;
        } else if (next != '\r') {
            left = left * 16 + Character.digit(next, 16);
        }
    }

    private void data(byte next) {
        if (matched == MEMBER.length) {
            if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
            } else {
                readings.accept(number);
                matched = 0;
                number = 0;
            }
        } else {
            matched = next == MEMBER[matched] ? matched + 1 : next == MEMBER[0] ? 1 : 0;
        }
        if (--left == 0) {
            part = Part.GAP;
        }
    }
}
