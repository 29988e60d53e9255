package com.sentori.console.faults;

import com.sentori.console.charts.Columns;
import com.sentori.console.series.Series;
import java.util.List;
import java.util.Map;

/** Takes every sample of a series as a chart does that is zoomed in to the samples. */
record EverySample(Series series, List<String> drawn, Map<Long, String> byNumber) implements Columns {
    @Override
    public void add(long time, double value) {
        String sample = series.key().sensorId() + " " + time;
        drawn.add(sample);
        byNumber.put((long) value, sample);
    }

    @Override
    public void widen(double lowest, double highest) {
        throw new AssertionError("A block was folded that does not lie in one column.");
    }

    @Override
    public boolean sameColumn(long time, long later) {
        return false;
    }
}
