package com.sentori.console.charts;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The finished columns of a raster, going round: to move on costs the new columns. Not thread-safe. */
final class Scroll {
    private int[] pixels = new int[0];
    private BitSet covered = new BitSet();
    private @Nullable Frame last;

    /**
     * Moves on to a frame, and empties the columns that are to be drawn.
     *
     * @param changed the first column, counted in the new frame, whose lines differ from before
     * @return the first column to be drawn; the frame's width if there is none
     */
    int moveTo(Frame frame, int changed) {
        Frame before = last;
        last = frame;
        if (before == null || !frame.goesOnFrom(before) || changed == 0
                || frame.left() - before.left() >= frame.width()) {
            if (pixels.length != frame.width() * frame.height()) {
                pixels = new int[frame.width() * frame.height()];
            } else {
                Arrays.fill(pixels, 0);
            }
            covered.clear();
            return 0;
        }
        int moved = (int) (frame.left() - before.left());
        if (moved > 0) {
            covered = covered.get(moved, frame.width());
        }
        int from = Math.min(changed, frame.width() - moved);
        clear(frame, from);
        return from;
    }

    private void clear(Frame frame, int from) {
        int width = frame.width();
        if (from >= width) {
            return;
        }
        covered.clear(from, width);
        int first = frame.slot(from);
        int end = first + width - from;
        for (int row = 0; row < frame.height(); row++) {
            int at = row * width;
            Arrays.fill(pixels, at + first, at + Math.min(end, width), 0);
            if (end > width) {
                Arrays.fill(pixels, at, at + end - width, 0);
            }
        }
    }

    /** The raster, each column at its {@link Frame#slot}. */
    int[] pixels() {
        return pixels;
    }

    /** The columns of the frame in which some line has a point. */
    BitSet covered() {
        return covered;
    }

    /** Writes the picture as it is seen. */
    void copyTo(int[] picture) {
        Frame frame = last;
        if (frame == null) {
            return;
        }
        int width = frame.width();
        int split = frame.slot(0);
        for (int at = 0; at < pixels.length; at += width) {
            System.arraycopy(pixels, at + split, picture, at, width - split);
            System.arraycopy(pixels, at, picture, at + width - split, split);
        }
    }
}
