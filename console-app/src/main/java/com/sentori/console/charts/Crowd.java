package com.sentori.console.charts;

import java.util.Arrays;

/**
 * Draws so many lines that they hide each other, at the cost of the picture and not of the ink: from front to back, each pixel once. A set of bits per column
 * of pixels says what is taken. Translucent lines lie behind opaque ones and tint a pixel once.
 */
final class Crowd {
    /** Columns that are drawn together, so that their rows stay in the cache. */
    private static final int TILE = 16;

    private final int[] pixels;
    private final Frame frame;
    private final int clip;
    private final int width;
    private final int words;
    private final long[] taken;

    Crowd(int[] pixels, Frame frame, int clip) {
        this.pixels = pixels;
        this.frame = frame;
        this.clip = clip;
        this.width = frame.width();
        this.words = (frame.height() + 63) / 64;
        this.taken = new long[TILE * words];
    }

    /**
     * Draws all lines.
     *
     * @param spans of {@link SpanPen#write}, a line after the other, each from the first column that is drawn
     * @param colours premultiplied, from back to front
     */
    void draw(int[] spans, int[] colours) {
        for (int from = clip; from < width; from += TILE) {
            int to = Math.min(width, from + TILE);
            Arrays.fill(taken, 0);
            layer(spans, colours, from, to, true);
            layer(spans, colours, from, to, false);
        }
    }

    private void layer(int[] spans, int[] colours, int from, int to, boolean opaque) {
        for (int line = colours.length - 1; line >= 0; line--) {
            if ((colours[line] >>> 24 == 255) != opaque) {
                continue;
            }
            int at = line * (width - clip) - clip;
            for (int column = from; column < to; column++) {
                int span = spans[at + column];
                if (span != 0) {
                    fill(frame.slot(column), (column - from) * words, span >>> 16, span & 0xFFFF, colours[line]);
                }
            }
        }
    }

    private void fill(int column, int base, int first, int end, int colour) {
        int lastWord = (end - 1) >> 6;
        for (int word = first >> 6; word <= lastWord; word++) {
            long wanted = -1L;
            if (word == first >> 6) {
                wanted <<= first & 63;
            }
            if (word == lastWord) {
                wanted &= -1L >>> (63 - ((end - 1) & 63));
            }
            long free = wanted & ~taken[base + word];
            if (free != 0) {
                taken[base + word] |= free;
                paint(free, word << 6, column, colour);
            }
        }
    }

    private void paint(long rows, int firstRow, int column, int colour) {
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            pixels[(firstRow + Long.numberOfTrailingZeros(rest)) * width + column] = colour;
        }
    }
}
