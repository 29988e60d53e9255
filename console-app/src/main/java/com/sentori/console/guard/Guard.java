package com.sentori.console.guard;

import com.sentori.console.alarms.AlarmFile;
import com.sentori.console.alarms.Alarms;
import com.sentori.console.alarms.Source;
import com.sentori.console.rules.Rules;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches runs: takes up the rules when somebody changes them, judges what goes on every second, and keeps the alarms on disk. A thread of its own, which no
 * screen and no chart can hold up. Any thread may ask.
 */
public final class Guard implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;
    /** After so long what was kept of runs that nobody watches any more is done with. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Rules rules;
    private final Alarms alarms;
    private final AlarmFile file;
    private final Clock clock;
    private final Instant begun;
    private final List<Ward> wards = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean swept;
    private volatile boolean unkept;

    /** Watches nothing by itself before it is begun. */
    public Guard(Rules rules, Alarms alarms, AlarmFile file, Clock clock) {
        this.rules = rules;
        this.alarms = alarms;
        this.file = file;
        this.clock = clock;
        this.begun = clock.instant();
        alarms.use(rules.inForce());
    }

    /** Keeps nothing, and has no rules. */
    public static Guard none(Clock clock) {
        Alarms alarms = new Alarms(clock);
        return new Guard(Rules.of(null), alarms, AlarmFile.none(alarms, null), clock);
    }

    /** Judges every second from now on, until it is closed. */
    public Guard begin() {
        thread = Thread.ofVirtual().name("alarms").start(() -> {
            try {
                do {
                    tickOrTell();
                } while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** Watches a run from now on, until it is over or left. */
    public Ward open(Guarded half) {
        Ward ward = new Ward(half, alarms, clock);
        wards.add(ward);
        return ward;
    }

    /** The rules. */
    public Rules rules() {
        return rules;
    }

    /** The alarms. */
    public Alarms alarms() {
        return alarms;
    }

    /** Whether the alarms could not be kept on disk the last time. */
    public boolean isUnkept() {
        return unkept;
    }

    /** Whatever goes wrong with one look, the next one comes: nobody else would notice that nothing is watched any more. */
    private void tickOrTell() {
        try {
            tick();
        } catch (RuntimeException e) {
            System.getLogger(Guard.class.getName()).log(Level.ERROR, "Alarms could not be judged.", e);
        }
    }

    private synchronized void tick() {
        rules.look();
        alarms.use(rules.inForce());
        wards.forEach(Ward::tick);
        wards.removeIf(ward -> !ward.isOn());
        sweep();
        alarms.tick();
        try {
            file.write();
            unkept = false;
        } catch (IOException e) {
            unkept = true;
        }
    }

    private void sweep() {
        if (!swept && begun.plus(PATIENCE).isBefore(clock.instant())) {
            swept = true;
            List<Source> watched = wards.stream().map(Ward::source).toList();
            alarms.sources().stream().filter(source -> !watched.contains(source)).forEach(alarms::end);
        }
    }

    /** Judges and keeps a last time. Waits for the disk. */
    @Override
    public void close() {
        closed.countDown();
        Thread judging = thread;
        try {
            if (judging != null) {
                judging.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tick();
    }
}
