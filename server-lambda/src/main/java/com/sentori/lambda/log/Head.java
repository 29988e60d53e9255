package com.sentori.lambda.log;

import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.RunStatus;
import com.sentori.lambda.store.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a run, in an item of its own under 1 KB, so that counting a reading costs one write unit.
 *
 * @param runId the run
 * @param startedAt when it started
 * @param seconds its planned length
 * @param lastArrival when its last reading arrived; null without readings
 * @param slots how many slots of its log were given out: the number of the last one
 * @param readings how many readings were numbered: the number of the last one
 * @param settled up to this slot every slot is filled for good
 * @param phase where it is in its life
 * @param ending how it ends; null while RUNNING
 * @param until when DynamoDB may delete it, with all else of the run; null for never
 */
public record Head(String runId, Instant startedAt, int seconds, @Nullable Instant lastArrival, long slots,
        long readings, long settled, Phase phase, @Nullable Ending ending, @Nullable Instant until) {
    static final String SORT = "head";
    /** More than clocks of functions and of DynamoDB are apart. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Where a run is in its life, as its log sees it. */
    public enum Phase {
        /** Slots are given out. */
        RUNNING,
        /** No more slots; those given out but not filled are being closed. Callers never see this phase. */
        ENDING,
        /** Nothing changes any more. */
        ENDED
    }

    /** The head of a run that starts. */
    public static Head starting(String runId, Instant startedAt, int seconds, @Nullable Instant until) {
        return new Head(runId, startedAt, seconds, null, 0, 0, 0, Phase.RUNNING, null, until);
    }

    /** Whether it still takes readings. */
    public boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /** Whether nothing changes any more. */
    public boolean isEnded() {
        return phase == Phase.ENDED;
    }

    Head ended() {
        return new Head(runId, startedAt, seconds, lastArrival, slots, readings, slots, Phase.ENDED, ending, until);
    }

    /**
     * Whether it counts as deleted, with all else of the run. It does so before DynamoDB may begin, so that nobody meets
     * a run of which parts are missing. Only a run that has ended is ever deleted.
     */
    boolean isGone(Instant now) {
        return isEnded() && until != null && !now.isBefore(until.minus(AHEAD));
    }

    Instant expiresAt(Lifecycle lifecycle) {
        return lifecycle.expiresAt(startedAt, seconds, lastArrival);
    }

    boolean isExpired(Lifecycle lifecycle, Instant now) {
        return lifecycle.isExpired(startedAt, seconds, lastArrival, now);
    }

    static String partition(String runId) {
        return "run#" + runId;
    }

    /** The key of the head of a run, in the table of runs. */
    public static Item key(String runId) {
        return Item.key(partition(runId), SORT);
    }

    /** The item of a head that starts. */
    public Item toItem() {
        return key(runId).with("startedAt", startedAt.toEpochMilli())
                .with("plannedSeconds", seconds)
                .with("plannedEnd", startedAt.plusSeconds(seconds).toEpochMilli())
                .with("slots", slots)
                .with("numbered", readings)
                .with("settled", settled)
                .with("phase", phase.name())
                .until(until);
    }

    static Head of(Item item) {
        return new Head(item.text("pk").substring(partition("").length()),
                Instant.ofEpochMilli(item.number("startedAt")), Math.toIntExact(item.number("plannedSeconds")),
                item.has("lastArrival") ? Instant.ofEpochMilli(item.number("lastArrival")) : null, item.number("slots"),
                item.number("numbered"), item.number("settled"), Phase.valueOf(item.text("phase")),
                item.has("endStatus") ? ending(item) : null, item.until());
    }

    private static Ending ending(Item item) {
        return new Ending(RunStatus.valueOf(item.text("endStatus")), EndReason.valueOf(item.text("endReason")),
                Instant.ofEpochMilli(item.number("endedAt")), item.textIfAny("endError"));
    }

    /** How it ended. */
    public Ending requireEnding() {
        return Objects.requireNonNull(ending);
    }
}
