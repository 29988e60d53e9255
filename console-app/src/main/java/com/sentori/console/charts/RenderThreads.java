package com.sentori.console.charts;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that work for all charts: few, as drawing is work for the processor, and daemons that end when there is nothing to do. */
final class RenderThreads {
    private static final Executor DRAWING = threads("chart-",
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private static final Executor FIGURES = threads("chart-figures-", 1);

    private RenderThreads() {}

    private static Executor threads(String name, int most) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(most, most, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name, 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static void run(Runnable drawing) {
        DRAWING.execute(drawing);
    }

    /** Does what may take longer than a frame, and must not hold one up. */
    static void aside(Runnable figures) {
        FIGURES.execute(figures);
    }
}
