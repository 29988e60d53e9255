package com.sentori.console.charts;

/**
 * A labelled place on an axis.
 *
 * @param share how far along the axis: 0 at the left or the upper end, 1 at the other
 * @param label for people
 */
public record Tick(double share, String label) {}
