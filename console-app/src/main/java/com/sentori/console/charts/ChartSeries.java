package com.sentori.console.charts;

/**
 * A line of a chart.
 *
 * @param id unique in the chart
 * @param label for people
 * @param samples what is drawn
 * @param colour its place in the palette
 */
public record ChartSeries(String id, String label, Samples samples, int colour) {}
