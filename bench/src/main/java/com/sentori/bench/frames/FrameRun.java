package com.sentori.bench.frames;

import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.HdrHistogram.Histogram;

/**
 * The process in which one chart draws: {@code CHART SERIES POINTS WARMUP_MILLIS MILLIS}. Prints {@code FRAMES} and the figures of {@link FrameTimes}, and ends.
 */
public final class FrameRun {
    private static final double PULSES_PER_SECOND = 60;

    private final Contender chart;
    private final Histogram times = new Histogram(3);
    private final CountDownLatch over = new CountDownLatch(1);
    private final long begin;
    private final long end;
    private long lastFrames;
    private long lastFrame;
    private long lastPulse;
    private long pulses;
    private long missed;

    private FrameRun(Contender chart, long warmUpMillis, long millis) {
        this.chart = chart;
        begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(warmUpMillis);
        end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    public static void main(String[] args) throws InterruptedException {
        int series = Integer.parseInt(args[1]);
        int points = Integer.parseInt(args[2]);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        FrameRun[] run = new FrameRun[1];
        CountDownLatch shown = new CountDownLatch(1);
        Platform.runLater(() -> {
            Contender chart = switch (args[0]) {
                case "engine" -> new EngineScroll(series, points);
                case "zoom" -> new EngineZoom(points);
                case "linechart" -> new FxLineChart(series, points);
                case "canvas" -> new FxCanvas(series, points);
                default -> throw new IllegalArgumentException("There is no chart " + args[0] + ".");
            };
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(chart.node()), Contender.WIDTH, Contender.HEIGHT));
            stage.show();
            run[0] = new FrameRun(chart, Long.parseLong(args[3]), Long.parseLong(args[4]));
            run[0].go();
            shown.countDown();
        });
        shown.await();
        run[0].over.await();
        System.out.println(run[0].figures());
        System.exit(0);
    }

    private void go() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
                if (lastFrame > end) {
                    stop();
                    over.countDown();
                }
            }
        }.start();
    }

    private void pulse() {
        long now = System.nanoTime();
        if (now > begin && lastPulse > 0) {
            pulses++;
            missed += Math.max(0, Math.round((now - lastPulse) / 1e9 * PULSES_PER_SECOND) - 1);
        }
        lastPulse = now;
        long frames = chart.frames();
        if (frames != lastFrames) {
            if (now > begin && lastFrame > 0) {
                times.recordValue(now - lastFrame);
            }
            lastFrames = frames;
            lastFrame = now;
        }
        chart.pulse(now);
    }

    private String figures() {
        return String.format(Locale.ROOT, "FRAMES %.3f %.3f %.3f %.3f %d", times.getValueAtPercentile(50) / 1e6,
                times.getValueAtPercentile(95) / 1e6, times.getValueAtPercentile(99) / 1e6,
                100.0 * missed / Math.max(1, pulses + missed), times.getTotalCount());
    }
}
