package com.sentori.console.charts;

import java.util.BitSet;
import java.util.List;

/**
 * What came of a frame.
 *
 * @param frame with the scales that were drawn
 * @param covered the columns in which some line has a point
 * @param gaps that all lines share, with their reasons
 * @param own gaps of the lines that tell of their own, as far as they are wide enough to be seen
 * @param any whether any line has a point
 * @param drawnFrom the first column that was drawn anew
 */
record Drawn(Frame frame, BitSet covered, List<Gap> gaps, List<LineGap> own, boolean any, int drawnFrom) {}
