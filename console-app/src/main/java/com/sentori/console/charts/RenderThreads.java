package com.sentori.console.charts;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that draw for all charts: few, as drawing is work for the processor, and daemons that end when nothing is drawn. */
final class RenderThreads {
    private static final int MOST = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final Executor THREADS = threads();

    private RenderThreads() {}

    private static Executor threads() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(MOST, MOST, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("chart-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static void run(Runnable drawing) {
        THREADS.execute(drawing);
    }
}
