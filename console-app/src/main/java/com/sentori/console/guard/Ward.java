package com.sentori.console.guard;

import com.sentori.console.alarms.Alarms;
import com.sentori.console.alarms.Raised;
import com.sentori.console.alarms.Source;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.runs.Broken;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.EndNote;
import com.sentori.console.runs.Latencies;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.console.vitals.Vitality;
import com.sentori.contract.readings.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is watched of one run on one backend. Readings come on a feed's thread; all else may be asked from any. */
public final class Ward {
    /** The most alarms that are marked on a chart. */
    private static final int MOST_MARKS = 100;
    /** What a reading may take to come, beside its sensor's own pace. */
    private static final long WAY_MILLIS = 2_000;
    /** So many intervals of a sensor without a reading are silence. */
    private static final double SILENT = 2.5;

    private final Guarded half;
    private final Source source;
    private final Alarms alarms;
    private final Clock clock;
    private final Instant begun;
    private final Deque<Raised> raised = new ArrayDeque<>();
    private @Nullable Instant newest;
    private long readings;
    private long lowestSeq = Long.MAX_VALUE;
    private long highestSeq = Long.MIN_VALUE;
    private long withSeq;
    private @Nullable EndNote ending;
    private @Nullable Consumer<EndNote> stop;
    private boolean over;

    Ward(Guarded half, Alarms alarms, Clock clock) {
        this.half = half;
        this.source = new Source(half.backend().profile().name(), half.run().id());
        this.alarms = alarms;
        this.clock = clock;
        this.begun = clock.instant();
        alarms.begin(source);
        // A console that was killed before it could stop the run.
        took(alarms.broken(source));
    }

    /** Takes readings, in the order of arrival. */
    public void take(List<Reading> more) {
        if (!isOn()) {
            return;
        }
        List<Raised> news = alarms.take(source, more);
        synchronized (this) {
            for (Reading reading : more) {
                Long seq = reading.seq();
                if (newest == null || reading.receivedAt().isAfter(newest)) {
                    newest = reading.receivedAt();
                }
                readings++;
                if (seq != null) {
                    withSeq++;
                    lowestSeq = Math.min(lowestSeq, seq);
                    highestSeq = Math.max(highestSeq, seq);
                }
            }
        }
        took(news);
    }

    private void took(List<Raised> news) {
        Consumer<EndNote> ends;
        EndNote note;
        synchronized (this) {
            for (Raised each : news) {
                raised.addLast(each);
                if (raised.size() > MOST_MARKS) {
                    raised.removeFirst();
                }
                if (ending == null && each.stopsRun()) {
                    ending = new EndNote.Alarmed(each.rule().name(), each.figure());
                }
            }
            ends = stop;
            note = ending;
        }
        if (ends != null && note != null) {
            ends.accept(note);
        }
    }

    /** Ends the run in this way if a rule says so, also if one has said so already. */
    public void stopsBy(Consumer<EndNote> how) {
        synchronized (this) {
            stop = how;
        }
        took(List.of());
    }

    /** Whether it is still watched. */
    synchronized boolean isOn() {
        return !over;
    }

    /** Judges the figures of the whole run as they are now; of one that is over, for the last time. */
    public void tick() {
        if (!isOn()) {
            return;
        }
        boolean last = half.isOver();
        for (Rule rule : alarms.rules()) {
            double figure = figure(rule.watch());
            // What has ended gets no older.
            if (!Double.isNaN(figure) && !(last && rule.watch() instanceof Watch.Age)) {
                took(alarms.figure(source, rule, figure));
            }
        }
        if (last) {
            leave();
        } else {
            alarms.silence(source, half.standing().vitality() == Vitality.LOST, expected());
        }
    }

    private Duration expected() {
        return Duration.ofMillis((long) (half.run().getInterval() * 1_000 * SILENT) + WAY_MILLIS);
    }

    /** NaN where it is not known. */
    private double figure(Watch watch) {
        Drive drive = half.drive();
        return switch (watch) {
            case Watch.Values _ -> Double.NaN;
            case Watch.Age() -> age().toMillis() / 1_000.0;
            case Watch.Latency(var percentile) ->
                drive == null ? Double.NaN : drive.latencies().percentile(Latencies.Kind.DELAY, percentile);
            case Watch.Errors() -> drive == null ? Double.NaN : errors(drive);
            case Watch.Missing() -> missing();
        };
    }

    /** By the backend's clock, as far as that is known; else since when nothing came here. */
    private synchronized Duration age() {
        Instant last = newest;
        ClockOffset.Offset offset = half.backend().clockOffset().best();
        return last == null || offset == null
                ? Duration.between(begun, clock.instant())
                : offset.age(last.toEpochMilli(), clock.instant());
    }

    private static double errors(Drive drive) {
        long failed = drive.faults().values().stream().mapToLong(Long::longValue).sum();
        long all = failed + drive.latencies().percentiles(Latencies.Kind.REQUEST).count();
        return all == 0 ? Double.NaN : 100.0 * failed / all;
    }

    /** What a run-wide count leaves out; 0 where the senders do not count, or each sensor counts by itself. */
    private synchronized double missing() {
        return withSeq == 0 || withSeq != readings ? 0 : Math.max(0, highestSeq - lowestSeq + 1 - withSeq);
    }

    /** Watches it no longer. */
    public void leave() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        alarms.end(source);
    }

    Source source() {
        return source;
    }

    /** What was raised, the oldest first, as much as can be marked on a chart. */
    public synchronized List<Raised> raised() {
        return List.copyOf(raised);
    }

    /** The same as it is kept with the run, when nothing more comes. */
    public List<Broken> verdict() {
        tick();
        return broken().stream()
                .map(each -> new Broken(each.rule().id(), each.rule().name() + ": " + each.watched(), each.value(),
                        each.at()))
                .toList();
    }

    /** The rules that it broke, by the first critical alarm of each; if there is one, the run has failed. */
    public List<Raised> broken() {
        return alarms.broken(source);
    }
}
