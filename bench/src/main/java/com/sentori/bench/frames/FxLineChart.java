package com.sentori.bench.frames;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/** JavaFX's own chart, not animated and without symbols; a frame is a pulse at which it took new samples over. */
final class FxLineChart implements Contender {
    private final LineChart<Number, Number> chart;
    private final List<XYChart.Series<Number, Number>> lines = new ArrayList<>();
    private final NumberAxis times = new NumberAxis();
    private final Feed feed;
    private final long length;
    private long frames;

    FxLineChart(int series, int points) {
        NumberAxis values = new NumberAxis(0, 1, 0.1);
        times.setAutoRanging(false);
        times.setForceZeroInRange(false);
        chart = new LineChart<>(times, values);
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setLegendVisible(false);
        length = points * Feed.STEP_MILLIS;
        long now = System.currentTimeMillis();
        feed = new Feed(series, points, now);
        List<List<XYChart.Data<Number, Number>>> data = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            data.add(new ArrayList<>());
        }
        feed.until(now, (line, time, value) -> data.get(line).add(new XYChart.Data<>(time, value)));
        for (List<XYChart.Data<Number, Number>> each : data) {
            XYChart.Series<Number, Number> line = new XYChart.Series<>();
            line.getData().setAll(each);
            lines.add(line);
        }
        chart.getData().setAll(lines);
    }

    @Override
    public Node node() {
        return chart;
    }

    @Override
    public void pulse(long nanos) {
        long now = System.currentTimeMillis();
        feed.until(now, (line, time, value) -> {
            lines.get(line).getData().add(new XYChart.Data<>(time, value));
            lines.get(line).getData().removeFirst();
        });
        times.setLowerBound((double) (now - length));
        times.setUpperBound((double) now);
        frames++;
    }

    @Override
    public long frames() {
        return frames;
    }
}
