package com.sentori.console.live;

import com.sentori.console.alarms.Raised;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.charts.Samples;
import com.sentori.console.feed.Delivery;
import com.sentori.console.feed.Repair;
import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Start;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.guard.Guard;
import com.sentori.console.guard.Guarded;
import com.sentori.console.guard.Ward;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.runs.Broken;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.EndNote;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.series.RunKey;
import com.sentori.console.series.RunSeries;
import com.sentori.console.series.Series;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.twins.LineUp;
import com.sentori.console.twins.TwinsModel;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.console.vitals.Vitality;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run on one backend, as it is shown: what was stored, how far it is, and how fresh. Readings come in on a feed's thread;
 * everything else may be read from any.
 */
public final class LiveHalf implements TwinsModel.Half, Guarded {
    private static final Standing NOT_FED = new Standing(Standing.Circuit.ENDED, Standing.Transport.PAGES,
            Vitality.LOST, 0, null, 0, 0, 0, null);

    private final BackendClient backend;
    private final Clock clock;
    private final SeriesStore store;
    private final RunSeries known;
    private final Repair repair;
    private final LinkMarks marks = new LinkMarks();
    private volatile Run run;
    private volatile @Nullable Drive drive;
    private volatile @Nullable TailFeed feed;
    private volatile @Nullable Ward ward;
    private @Nullable Run told;
    /** The place up to which all readings were handed on. */
    private volatile long handedPlace;
    private volatile boolean released;
    private volatile Consumer<List<Reading>> also = _ -> {};
    /** Up to where a feed has handed on; null where nobody wants more than the store lacks. On the feed's thread. */
    private volatile @Nullable Start handedOn;
    private volatile boolean allHandedOn = true;

    LiveHalf(BackendRun row, SeriesStore store, Clock clock) {
        this.backend = row.backend();
        this.run = row.run();
        this.store = store;
        this.clock = clock;
        this.known = store.run(new RunKey(row.store(), row.run().id())).hold();
        this.repair = new Repair(backend, run.id());
    }

    /** Takes what the drive's feed gives back, from the first reading on; on its thread. */
    void accept(List<Reading> readings) {
        also.accept(readings);
        judge(readings);
        known.accept(handedPlace, readings, null, false);
        handedPlace = readings.getLast().position();
    }

    /** Is watched by the rules of alarms, unless it is over. Before anything comes. */
    LiveHalf guardedBy(Guard guard) {
        ward = run.isRunning() ? guard.open(this) : null;
        return this;
    }

    /** Ends the run in this way if a rule says so. */
    void stopsBy(Consumer<EndNote> how) {
        Ward watched = ward;
        if (watched != null) {
            watched.stopsBy(how);
        }
    }

    private void judge(List<Reading> readings) {
        Ward watched = ward;
        if (watched != null && !readings.isEmpty()) {
            watched.take(readings);
        }
    }

    /** The alarms that were raised, the oldest first, as far as it was watched from here. */
    List<Raised> raised() {
        Ward watched = ward;
        return watched == null ? List.of() : watched.raised();
    }

    /** The rules that it broke, by the first critical alarm of each. */
    List<Raised> broken() {
        Ward watched = ward;
        return watched == null ? List.of() : watched.broken();
    }

    /** The same as it is kept with the run, when nothing more comes. */
    List<Broken> verdict() {
        Ward watched = ward;
        return watched == null ? List.of() : watched.verdict();
    }

    /** Hands on all readings to one side of a comparison, from the first one, also what is known already. Before anything comes. */
    LiveHalf handingOnTo(LineUp lineUp, boolean first) {
        also = lineUp.side(first, this::offset);
        handedOn = new Start(known.key().store(), 0, null);
        allHandedOn = false;
        return this;
    }

    /** Is driven by this console. */
    void drivenBy(Drive now) {
        drive = now;
    }

    /** Is driven elsewhere, and followed from here: first what is missing, behind what is known already. */
    void follow() {
        feed = new TailFeed(backend, run.id(), this::start, this::deliver, clock);
    }

    private @Nullable Start start() throws InterruptedException {
        RunSeries.Place place = known.resume();
        if (handedOn != null && handedPlace == 0) {
            RunSeries.Replayed kept = known.replay(also, () -> !released);
            handedPlace = kept.last();
            handedOn = new Start(known.key().store(), kept.next().place(), kept.next().cursor());
            allHandedOn = kept.complete();
        }
        if (known.isComplete() && allHandedOn) {
            return null;
        }
        Start from = handedOn;
        return from != null ? from : new Start(known.key().store(), place.place(), place.cursor());
    }

    private void deliver(Delivery delivery) {
        List<Reading> fresh = fresh(delivery.readings());
        judge(fresh);
        Start from = handedOn;
        if (from != null) {
            also.accept(fresh);
            long last = delivery.readings().isEmpty() ? from.place() : delivery.readings().getLast().position();
            handedOn = new Start(delivery.store(), last, delivery.cursor());
            allHandedOn = delivery.complete();
        }
        known.accept(delivery.after(), delivery.readings(), delivery.cursor(), delivery.complete());
    }

    /** Without what was handed on already: by the drive's own feed, or from disk. */
    private List<Reading> fresh(List<Reading> readings) {
        long handed = handedPlace;
        return handed == 0 ? readings : readings.stream().filter(reading -> reading.position() > handed).toList();
    }

    /** Takes over how the run stands. */
    void heard(Run now) {
        run = now;
    }

    /** Tells the store what is new of the run, mends what had to be dropped and is looked at, and goes on with a new token. FX thread, now and then. */
    void beat() {
        TailFeed followed = feed;
        if (followed != null && followed.isRenewable()) {
            followed.close();
            follow();
        }
        Run now = run();
        if (!now.equals(told)) {
            told = now;
            store.heard(new SeenRun(known.key().store(), name(), now));
        }
        State state = state();
        if (!state.over()) {
            marks.hear(state.standing(), fetchedLate(state.standing()), clock.millis());
        }
        if (state.over() && !known.isComplete()) {
            fetchTheRest(state);
        }
        known.link(link(state));
        if (known.lacks()) {
            repair.begin(known::lacks, known::repair, known::endRepair);
        }
    }

    /** What a drive could not read back at its end is fetched when the backend is there again. */
    private void fetchTheRest(State state) {
        if (state.check() != null) {
            // It was read back to its end.
            known.accept(handedPlace, List.of(), null, true);
        } else if (feed == null) {
            follow();
        }
    }

    private RunSeries.Link link(State state) {
        if (known.isComplete()) {
            return RunSeries.Link.ENDED;
        }
        Standing standing = state.standing();
        return switch (standing.circuit()) {
            case FETCHING -> RunSeries.Link.FETCHING;
            case LIVE -> standing.vitality().isAlive() ? RunSeries.Link.LIVE : RunSeries.Link.DOWN;
            case BROKEN -> RunSeries.Link.DOWN;
            case ENDED -> state.over() ? RunSeries.Link.FETCHING : RunSeries.Link.DOWN;
        };
    }

    /** When the link was lost and came back. FX thread. */
    List<LinkMarks.Mark> marks() {
        return marks.all();
    }

    /** Readings that came after a lost link, before new ones. */
    long fetchedLate(Standing standing) {
        return standing.backfilled() + known.backfilled();
    }

    /** Requests of the drive that did not succeed; 0 if it is driven elsewhere. */
    long failedRequests() {
        Drive driven = drive;
        return driven == null ? 0 : driven.faults().values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public Standing standing() {
        return state().standing();
    }

    /** The backend. */
    @Override
    public BackendClient backend() {
        return backend;
    }

    @Override
    public @Nullable Drive drive() {
        return drive;
    }

    @Override
    public boolean isOver() {
        return state().over();
    }

    @Override
    public boolean isWhole() {
        return allHandedOn || state().check() != null;
    }

    /** The backend's name. */
    @Override
    public String name() {
        return backend.profile().name();
    }

    /** The run, as last heard. */
    @Override
    public Run run() {
        Drive driven = drive;
        return driven == null ? run : driven.progress().run();
    }

    /** How far the backend's clock is ahead of ours, as far as that is known. */
    Duration offset() {
        ClockOffset.Offset offset = backend.clockOffset().best();
        return offset == null ? Duration.ZERO : offset.offset();
    }

    /** How it stands now. */
    public State state() {
        Drive driven = drive;
        TailFeed followed = feed;
        if (driven != null) {
            Drive.Progress progress = driven.progress();
            boolean over = progress.phase() == Drive.Phase.ENDED;
            return new State(progress.run(), progress.phase(), progress.acknowledged(),
                    Math.max(progress.stored(), known.received()), progress.late(), age(), over,
                    progress.phase().isTroubled(), followed == null ? driven.standing() : followed.standing(),
                    progress.check());
        }
        boolean complete = known.isComplete();
        boolean troubled = !complete && followed != null && followed.progress().fault() != null;
        return new State(run, null, 0, known.received(), Duration.ZERO, age(), complete, troubled,
                followed == null ? NOT_FED : followed.standing(), null);
    }

    /** How old the newest reading is, as far as that can be proven: by when the backend had it, and its clock against ours. */
    public @Nullable Duration age() {
        return age(known.receivedAt());
    }

    /** The same of what the backend had at a time of its clock, in epoch milliseconds. */
    @Nullable
    Duration age(long received) {
        ClockOffset.Offset offset = backend.clockOffset().best();
        return offset == null || received == Series.NONE ? null : offset.age(received, clock.instant());
    }

    /** Whether what is shown is old: not all of the run is known, and the source is away or was not asked to the end. */
    public boolean isStale() {
        State now = state();
        return !known.isComplete() && (now.over() || now.standing().vitality() == Vitality.LOST);
    }

    /** The readings of the run. */
    RunSeries known() {
        return known;
    }

    /** The newest value of a sensor, of whatever type; null without one. */
    @Nullable
    Double newestOf(String sensorId) {
        return seriesOf(sensorId).max(Comparator.comparingLong(Series::newestTime))
                .map(Series::newest)
                .map(Samples.Sample::value)
                .orElse(null);
    }

    /** How fresh a sensor is: as its freshest series. */
    Vitality vitalityOf(String sensorId) {
        return seriesOf(sensorId).map(this::vitalityOf)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> state().standing().vitality().worst(Vitality.HELD));
    }

    /** Those of which readings came: none is made by asking. */
    private Stream<Series> seriesOf(String sensorId) {
        return known.all().stream().filter(series -> series.key().sensorId().equals(sensorId));
    }

    private Vitality vitalityOf(Series series) {
        Duration age = age(series.receivedAt());
        return state().standing()
                .vitality()
                .ofSeries(age == null ? Long.MAX_VALUE : age.toMillis(), series.patienceMillis());
    }

    /** Time of the oldest reading in epoch milliseconds; {@link Long#MAX_VALUE} without one. */
    long oldest() {
        long oldest = known.oldest();
        return oldest == Series.NONE ? Long.MAX_VALUE : oldest;
    }

    /** Time of the newest reading in epoch milliseconds; {@link Long#MIN_VALUE} without one. */
    long newest() {
        return known.newest();
    }

    /** Up to where it has readings, or should have some: in epoch milliseconds; {@link Series#NONE} without any. */
    long end() {
        Instant finished = run().finishedAt();
        return known.isComplete() || finished == null || newest() == Series.NONE
                ? newest()
                : Math.max(newest(), ours(finished).toEpochMilli());
    }

    /** When something was by our clock, that was then by the backend's, as far as its offset is known. */
    Instant ours(Instant theirs) {
        return theirs.minus(offset());
    }

    /** Follows no longer; what was seen stays in the store. A run that is driven from here goes on. */
    void release() {
        released = true;
        known.release();
        TailFeed followed = feed;
        feed = null;
        if (followed != null) {
            followed.close();
        }
        Ward watched = ward;
        if (watched != null && (drive == null || isOver())) {
            watched.leave();
        }
    }

    /**
     * How a half stands.
     *
     * @param run as last heard
     * @param phase of the drive; null if it is driven elsewhere
     * @param sent readings that the backend acknowledged; 0 if it is driven elsewhere
     * @param stored readings that came back by the live tail
     * @param late how long after its due time the last batch was acknowledged
     * @param age of the newest reading; null without one, and if it cannot be proven
     * @param over whether nothing more will come
     * @param troubled whether the backend does not take or give readings at the moment
     * @param standing of the feed
     * @param check at the end of a drive; null before, and if it is driven elsewhere
     */
    public record State(Run run, Drive.@Nullable Phase phase, long sent, long stored, Duration late,
            @Nullable Duration age, boolean over, boolean troubled, Standing standing, @Nullable RunCheck check) {
        /** Whether it was checked, and every reading that was sent is stored once. */
        public boolean passed() {
            return check != null && check.passed();
        }

        /** Whether this console drives it. */
        public boolean isDriven() {
            return phase != null;
        }
    }
}
