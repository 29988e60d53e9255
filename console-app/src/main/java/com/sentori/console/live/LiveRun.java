package com.sentori.console.live;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.guard.Guard;
import com.sentori.console.runs.Broken;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunSession;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.series.Series;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.twins.LineUp;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A run that is shown live: one half, or the two of a twin run. Driven by this console, or elsewhere. */
public final class LiveRun {
    private final List<LiveHalf> halves;
    private final @Nullable RunSession session;
    private final LineUp lineUp;

    private LiveRun(List<LiveHalf> halves, @Nullable RunSession session, LineUp lineUp) {
        this.halves = List.copyOf(halves);
        this.session = session;
        this.lineUp = lineUp;
    }

    /**
     * Starts a session on these backends, or goes on with one. Waits for it.
     *
     * @throws BackendException if one of them refuses
     * @throws IOException if it cannot be kept on disk
     * @throws ScenarioException if its scenario cannot be read any more
     */
    public static LiveRun drive(List<BackendClient> backends, RunSession.Starter starter, SeriesStore store,
            Guard guard, Clock clock)
            throws BackendException, IOException, ScenarioException {
        LineUp lineUp = new LineUp();
        BackendClient first = backends.getFirst();
        Map<String, LiveHalf> halves = new ConcurrentHashMap<>();
        RunSession.Sink sink = new RunSession.Sink() {
            @Override
            public void begin(BackendClient backend, Run run, String identity) {
                halves.put(backend.profile().name(),
                        new LiveHalf(new BackendRun(backend, run, identity), store, clock).guardedBy(guard)
                                .handingOnTo(lineUp, backend == first));
            }

            @Override
            public void accept(String name, Run run, List<Reading> readings) {
                of(name).accept(readings);
            }

            @Override
            public List<Broken> broken(String name, Run run) {
                return of(name).verdict();
            }

            private LiveHalf of(String name) {
                return Objects.requireNonNull(halves.get(name), name);
            }
        };
        try {
            RunSession session = starter.start(sink);
            List<LiveHalf> driven = new ArrayList<>();
            for (Drive drive : session.drives()) {
                LiveHalf half = Objects.requireNonNull(halves.get(drive.backend().profile().name()));
                half.drivenBy(drive);
                half.stopsBy(session::stop);
                driven.add(half);
            }
            return new LiveRun(driven, session, lineUp);
        } catch (BackendException | IOException | ScenarioException e) {
            halves.values().forEach(LiveHalf::release);
            throw e;
        }
    }

    /** Follows runs that are driven elsewhere, or are over: one, or the two of a twin run. */
    public static LiveRun watch(List<BackendRun> runs, SeriesStore store, Guard guard, Clock clock) {
        LineUp lineUp = new LineUp();
        List<LiveHalf> halves = runs.stream().map(row -> new LiveHalf(row, store, clock).guardedBy(guard)).toList();
        if (halves.size() > 1) {
            halves.forEach(half -> half.handingOnTo(lineUp, half == halves.getFirst()));
        }
        halves.forEach(LiveHalf::follow);
        return new LiveRun(halves, null, lineUp);
    }

    /** One, or the two of a twin run. */
    public List<LiveHalf> halves() {
        return halves;
    }

    /** The names of the backends. */
    public List<String> backends() {
        return halves.stream().map(LiveHalf::name).toList();
    }

    /** Whether it runs on two backends. */
    public boolean isTwin() {
        return halves.size() > 1;
    }

    /** The two streams of a twin run, lined up. */
    LineUp lineUp() {
        return lineUp;
    }

    /** Whether this console drives it. */
    public boolean isDriven() {
        return session != null;
    }

    /** Whether nothing more will come. */
    public boolean isOver() {
        return halves.stream().allMatch(half -> half.state().over());
    }

    /** Which span is looked at while it goes on, at a time in epoch milliseconds. */
    Outlook outlook(long now, Duration planned) {
        return new Outlook(now, planned.toMillis(),
                halves.stream()
                        .flatMap(half -> half.known().all().stream())
                        .mapToDouble(Series::cadenceMillis)
                        .filter(cadence -> !Double.isNaN(cadence))
                        .max()
                        .orElse(Double.NaN),
                halves.stream()
                        .mapToLong(LiveHalf::newest)
                        .filter(newest -> newest != Series.NONE)
                        .min()
                        .orElse(Long.MAX_VALUE),
                newest(), halves.stream().allMatch(LiveHalf::isStale));
    }

    /** Time of its oldest reading in epoch milliseconds; {@link Long#MAX_VALUE} without one. */
    long oldest() {
        return halves.stream().mapToLong(LiveHalf::oldest).min().orElseThrow();
    }

    /** Time of its newest reading in epoch milliseconds; {@link Series#NONE} without one. */
    long newest() {
        return halves.stream().mapToLong(LiveHalf::newest).max().orElseThrow();
    }

    /** Up to where there is something to see when it is over, in epoch milliseconds: what is missing at the end too. */
    long end() {
        return halves.stream().mapToLong(LiveHalf::end).max().orElseThrow();
    }

    /** The sensors that were announced, and those that this console simulates. */
    public List<String> sensors() {
        return halves.stream().flatMap(half -> half.run().params().sensorIds().stream()).distinct().toList();
    }

    /** The lines that a sensor has in the charts, as far as readings of it came; the first stands for the sensor, also before it has any. */
    Set<String> linesOf(String sensor) {
        Set<String> lines = new LinkedHashSet<>(List.of(sensor));
        halves.forEach(half -> half.known()
                .all()
                .stream()
                .map(Series::key)
                .filter(key -> key.sensorId().equals(sensor))
                .forEach(key -> lines.add(line(key))));
        return lines;
    }

    /** The name of a series' line. */
    static String line(SeriesKey key) {
        return key.type().equals(IngestRequest.STANDARD_TYPE) ? key.sensorId() : key.sensorId() + " " + key.type();
    }

    boolean holds(BackendRun row) {
        return halves.stream()
                .anyMatch(half -> half.name().equals(row.backendName()) && half.run().id().equals(row.run().id()));
    }

    /** Stops the sensors, if they are this console's, and ends the runs. */
    void stop() {
        if (session != null) {
            session.stop();
        }
    }

    /** Waits until what is driven from here was ended; not longer than this. */
    void awaitEnd(Duration patience) {
        RunSession driven = session;
        if (driven == null) {
            return;
        }
        Thread waiting = Thread.ofVirtual().name("end").start(() -> {
            try {
                driven.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            waiting.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.interrupt();
        }
    }

    /** Lets go of it. What is driven from here goes on until it is stopped. */
    void release() {
        halves.forEach(LiveHalf::release);
    }
}
