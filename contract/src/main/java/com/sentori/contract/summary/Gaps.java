package com.sentori.contract.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The longest time between one timestamp and the next, of timestamps that come almost in order. Not thread-safe. */
final class Gaps {
    /** Timestamps that are held back to be put in order. */
    static final int WINDOW = 512;

    private long[] held = new long[8];
    private int size;
    private long last = Long.MIN_VALUE;
    private long longest;

    static Gaps restore(DataInput from) throws IOException {
        Gaps gaps = new Gaps();
        gaps.size = from.readInt();
        gaps.held = new long[Math.max(gaps.held.length, gaps.size)];
        for (int i = 0; i < gaps.size; i++) {
            gaps.held[i] = from.readLong();
        }
        gaps.last = from.readLong();
        gaps.longest = from.readLong();
        return gaps;
    }

    void save(DataOutput to) throws IOException {
        to.writeInt(size);
        for (int i = 0; i < size; i++) {
            to.writeLong(held[i]);
        }
        to.writeLong(last);
        to.writeLong(longest);
    }

    void add(long millis) {
        if (size == 2 * WINDOW) {
            Arrays.sort(held, 0, size);
            for (int i = 0; i < WINDOW; i++) {
                longest = Math.max(longest, gapTo(held[i]));
                last = Math.max(last, held[i]);
            }
            System.arraycopy(held, WINDOW, held, 0, WINDOW);
            size = WINDOW;
        }
        if (size == held.length) {
            held = Arrays.copyOf(held, 2 * size);
        }
        held[size++] = millis;
    }

    /** In milliseconds. */
    long longest() {
        long[] rest = Arrays.copyOf(held, size);
        Arrays.sort(rest);
        long found = longest;
        for (int i = 0; i < size; i++) {
            found = Math.max(found, i == 0 ? gapTo(rest[0]) : rest[i] - rest[i - 1]);
        }
        return found;
    }

    private long gapTo(long millis) {
        return last == Long.MIN_VALUE ? 0 : millis - last;
    }
}
