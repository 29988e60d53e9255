package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Link;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.runs.RunSession;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The load of {@link SimulatedLoad} for half an hour, or so long as {@value #LENGTH} says ({@code PT5M}), while the links to both backends are cut every minute
 * for ten seconds: what was stored, and whether heap and threads stay as they were when a third of the time was over.
 */
final class Soak implements Measurement {
    private static final String LENGTH = "sentori.bench.soak";
    private static final Duration FULL = Duration.ofMinutes(30);
    private static final Duration QUICK = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofSeconds(50);
    private static final Duration CUT = Duration.ofSeconds(10);
    private static final double FLAT = 1.25;
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        Duration length = Duration.parse(System.getProperty(LENGTH, (scale.quick() ? QUICK : FULL).toString()));
        boolean reduced = length.compareTo(FULL) < 0;
        try (LoadedSandbox load = LoadedSandbox.start(home, length)) {
            Watch watch = Watch.over(load.session(), load.links(), length);
            double wrong = 0;
            for (Drive drive : load.session().drives()) {
                wrong += load.wrong(drive);
                RunCheck check = drive.progress().check();
                String name = drive.backend().profile().name();
                System.err.println("  " + name + ": "
                        + (check == null
                                ? drive.progress().note()
                                : check.line(name) + ", digests " + check.digest() + " and " + check.storedDigest()));
            }
            return List.of(
                    Figure.valued("console.soak.wrong", wrong, "readings", Goal.valueAtMost(0),
                            "missing, doubled or different on either backend, links cut every minute")
                            .reducedIf(reduced),
                    Figure.compared("console.soak.heap", "MiB", watch.heap(), Goal.atMost(FLAT),
                            "heap after a collection at the end, against that after a third of the time")
                            .reducedIf(reduced),
                    Figure.compared("console.soak.threads", "threads", watch.threads(), Goal.atMost(FLAT),
                            "platform threads at the end, against those after a third of the time")
                            .reducedIf(reduced));
        }
    }

    /** Heap and threads, after a third and at the end. */
    private record Watch(Rounds.Pair heap, Rounds.Pair threads) {
        static Watch over(RunSession session, List<Link> links, Duration length) throws Exception {
            long begun = System.nanoTime();
            double heapBefore = 0;
            double threadsBefore = 0;
            double heap = 0;
            double threads = 0;
            while (System.nanoTime() - begun < length.toNanos()) {
                pause(session, BETWEEN);
                // Always before a cut: after one, what could not be sent is on its way.
                heap = heapNow();
                threads = threadsNow();
                if (heapBefore == 0 && System.nanoTime() - begun > length.toNanos() / 3) {
                    heapBefore = heap;
                    threadsBefore = threads;
                }
                if (System.nanoTime() - begun < length.toNanos()) {
                    links.forEach(Link::cut);
                    pause(session, CUT);
                    links.forEach(Link::mend);
                }
            }
            session.await();
            return new Watch(new Rounds.Pair(heap, heapBefore, heap / heapBefore),
                    new Rounds.Pair(threads, threadsBefore, threads / threadsBefore));
        }

        private static void pause(RunSession session, Duration length) throws InterruptedException {
            Thread ending = Thread.ofVirtual().start(() -> {
                try {
                    session.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            ending.join(length);
            ending.interrupt();
        }

        private static double heapNow() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
        }

        private static double threadsNow() {
            return ManagementFactory.getThreadMXBean().getThreadCount();
        }
    }
}
