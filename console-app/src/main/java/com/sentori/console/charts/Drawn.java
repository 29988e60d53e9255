package com.sentori.console.charts;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of a frame.
 *
 * @param frame with the range of values that was drawn
 * @param covered the columns in which some line has a point
 * @param any whether any line has
 * @param nearest the sample that the reader points at, if any
 */
record Drawn(Frame frame, BitSet covered, boolean any, @Nullable Nearest nearest) {}
