package com.sentori.console.alarms;

import com.sentori.console.alarms.Entry.What;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.thresholds.Severity;
import com.sentori.contract.readings.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of the program: judges what comes by the rules, and keeps what came of it. Memory is bounded: beyond the caps alarms are counted instead of listed, and
 * things are not watched, which {@link #view} says. Any thread; nobody waits for anything but another judgement.
 *
 * <p>
 * Values are judged one by one in the order of arrival, by the time of their reading; figures of a whole run by this machine's clock.
 */
public final class Alarms {
    /** The most alarms that are listed. */
    public static final int MOST = 500;
    /** The most entries of the log. */
    public static final int MOST_ENTRIES = 1_000;
    /** The most things that are watched, each by one rule. */
    public static final int MOST_WATCHED = 50_000;
    /** The most runs whose place is remembered. */
    static final int MOST_SOURCES = 200;
    /** The longest that an alarm may be shelved, or the sound muted. */
    public static final Duration LONGEST_SHELF = Duration.ofHours(24);

    /** Readings that are judged in one go. */
    private static final int SLICE = 256;

    private final InstantSource clock;
    private final Map<Source, Watched> watched = new LinkedHashMap<>();
    private final Map<Key, Alarm> live = new LinkedHashMap<>();
    private final Map<Key, Instant> shelves = new HashMap<>();
    private final Deque<Entry> log = new ArrayDeque<>();
    private final Deque<Raised> news = new ArrayDeque<>();
    private List<Rule> rules = List.of();
    private List<Rule> ofValues = List.of();
    private @Nullable Instant mutedUntil;
    private int conditions;
    private long unlisted;
    private long unwatched;
    private long revision;

    /** By no rules yet. */
    public Alarms(InstantSource clock) {
        this.clock = clock;
    }

    /** Judges by these rules from now on. What a rule that is gone has raised stays until it is acknowledged. */
    public synchronized void use(List<Rule> now) {
        if (now.equals(rules)) {
            return;
        }
        Map<String, Rule> byId = now.stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        for (Watched each : watched.values()) {
            each.conditions()
                    .values()
                    .removeIf(condition -> !condition.rule().equals(byId.get(condition.rule().id())));
        }
        count();
        rules = List.copyOf(now);
        ofValues = rules.stream().filter(rule -> rule.watch() instanceof Watch.Values).toList();
        List.copyOf(live.values())
                .stream()
                .filter(alarm -> !byId.containsKey(alarm.key().rule()))
                .forEach(this::end);
        revision++;
    }

    /** The rules. */
    public synchronized List<Rule> rules() {
        return rules;
    }

    /** A source is watched from now on. */
    public synchronized void begin(Source source) {
        Watched known = watched.remove(source);
        watched.put(source, known == null ? new Watched() : known);
        Iterator<Map.Entry<Source, Watched>> oldest = watched.entrySet().iterator();
        for (int excess = watched.size() - MOST_SOURCES; excess > 0 && oldest.hasNext();) {
            if (oldest.next().getValue().conditions().isEmpty()) {
                oldest.remove();
                excess--;
            }
        }
    }

    /** Nothing more comes from a source: its alarms wait for their acknowledgement, and that is all. */
    public synchronized void end(Source source) {
        Watched known = watched.get(source);
        if (known != null) {
            known.conditions().clear();
            count();
        }
        List.copyOf(live.values())
                .stream()
                .filter(alarm -> alarm.key().source().equals(source) && !alarm.over())
                .forEach(this::end);
        revision++;
    }

    private void end(Alarm alarm) {
        note(What.OVER, alarm, "", "");
        put(alarm.over(true));
    }

    /** Judges readings, in the order of arrival; those that were judged already are let pass. Tells what was raised. */
    public List<Raised> take(Source source, List<Reading> readings) {
        List<Raised> raised = new ArrayList<>();
        // In slices: who shows alarms meanwhile waits for one at most.
        for (int from = 0; from < readings.size(); from += SLICE) {
            take(source, readings.subList(from, Math.min(from + SLICE, readings.size())), raised);
        }
        return raised;
    }

    private synchronized void take(Source source, List<Reading> readings, List<Raised> raised) {
        Watched known = known(source);
        for (Reading reading : readings) {
            if (ofValues.isEmpty()) {
                break;
            }
            if (reading.position() > known.place()) {
                for (Rule rule : ofValues) {
                    if (rule.watch() instanceof Watch.Values values
                            && values.means(reading.type(), reading.sensorId())) {
                        judge(known, new Key(rule.id(), source, reading.sensorId(), reading.type()), rule,
                                reading.timestamp(), reading.value(), raised);
                    }
                }
            }
        }
        known.place(Math.max(known.place(), readings.getLast().position()));
    }

    /** Judges a figure of a whole run by a rule, if that is in force. Tells what was raised. */
    public synchronized List<Raised> figure(Source source, Rule rule, double value) {
        List<Raised> raised = new ArrayList<>();
        if (rules.contains(rule) && Double.isFinite(value)) {
            judge(known(source), new Key(rule.id(), source, "", ""), rule, clock.instant(), value, raised);
        }
        return raised;
    }

    private Watched known(Source source) {
        return watched.computeIfAbsent(source, _ -> new Watched());
    }

    private void judge(Watched known, Key key, Rule rule, Instant at, double value, List<Raised> raised) {
        Condition condition = known.conditions().get(key);
        Alarm before = live.get(key);
        if (condition == null) {
            if (conditions >= MOST_WATCHED) {
                unwatched++;
                return;
            }
            condition = new Condition(rule, before == null ? Severity.OK : before.active(), clock.millis());
            known.conditions().put(key, condition);
            conditions++;
        }
        Severity was = condition.active();
        Severity is = condition.measure(at.toEpochMilli(), value, clock.millis());
        Instant since = Instant.ofEpochMilli(condition.since());
        if (before == null) {
            if (is.compareTo(was) > 0) {
                raise(known, Alarm.raised(key, rule, is, value, since), raised);
            }
            return;
        }
        Alarm now = before.measured(rule, is, value, since);
        boolean worse = now.latched().compareTo(before.latched()) > 0;
        if (worse) {
            raise(known, now, raised);
        } else {
            if (is == Severity.OK && was != Severity.OK) {
                note(What.CLEARED, now, "", "");
            }
            put(now);
        }
    }

    private void raise(Watched known, Alarm alarm, List<Raised> raised) {
        boolean quiet = shelves.containsKey(alarm.key());
        Raised one = new Raised(alarm.key(), alarm.rule(), alarm.latched(), alarm.value(), alarm.since(), quiet);
        known.raised(one);
        raised.add(one);
        if (!quiet) {
            tell(one);
        }
        note(What.RAISED, alarm, "", "");
        if (live.containsKey(alarm.key()) || live.size() < MOST) {
            put(alarm);
        } else {
            unlisted++;
        }
    }

    private void tell(Raised one) {
        news.addLast(one);
        if (news.size() > MOST) {
            news.removeFirst();
        }
    }

    private void put(Alarm alarm) {
        Alarm before = alarm.isDone() ? live.remove(alarm.key()) : live.put(alarm.key(), alarm);
        if (before == null || before.active() != alarm.active() || before.stale() != alarm.stale()) {
            revision++;
        }
    }

    private void note(What what, Alarm alarm, String who, String comment) {
        log.addLast(new Entry(clock.instant(), what, alarm.key(), alarm.rule().name(), alarm.latched(),
                alarm.value(), who, comment));
        if (log.size() > MOST_ENTRIES) {
            log.removeFirst();
        }
        revision++;
    }

    /**
     * What is not known any more is stale: all values of a source that is lost, and those that have not come for longer than this.
     *
     * @param expected the longest that a value may take to come
     */
    public synchronized void silence(Source source, boolean lost, Duration expected) {
        Watched known = watched.get(source);
        if (known == null) {
            return;
        }
        long oldest = clock.millis() - expected.toMillis();
        known.conditions().forEach((key, condition) -> {
            boolean ofValue = condition.rule().watch() instanceof Watch.Values;
            if (ofValue && (lost || condition.heardAt() < oldest) && condition.goStale()) {
                Alarm alarm = live.get(key);
                if (alarm != null) {
                    put(alarm.stale(true));
                }
            }
        });
    }

    /** Lets pass what time ends: shelves, and the muting of the sound. Called now and then, a second apart or so. */
    public synchronized void tick() {
        Instant now = clock.instant();
        List<Key> over = shelves.entrySet()
                .stream()
                .filter(shelf -> !shelf.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(key -> unshelve(key, ""));
        Instant muted = mutedUntil;
        if (muted != null && !muted.isAfter(now)) {
            mutedUntil = null;
            revision++;
        }
    }

    /** Somebody has seen an alarm. Whether there was one that waited. */
    public synchronized boolean acknowledge(Key key, String who, String comment) {
        Alarm alarm = live.get(key);
        if (alarm == null || !alarm.isWaiting()) {
            return false;
        }
        Acknowledgement by = new Acknowledgement(who, clock.instant(), comment);
        note(What.ACKNOWLEDGED, alarm, who, by.comment());
        put(alarm.acknowledged(by));
        return true;
    }

    /**
     * Lets an alarm keep quiet for a time: it neither rings nor ends a run. Whether there is one.
     *
     * @param length over 0, at most {@link #LONGEST_SHELF}
     */
    public synchronized boolean shelve(Key key, Duration length, String who) {
        Alarm alarm = live.get(key);
        if (alarm == null) {
            return false;
        }
        shelves.put(key, until(length));
        note(What.SHELVED, alarm, who, "");
        return true;
    }

    /** Lets it ring again. */
    public synchronized void unshelve(Key key, String who) {
        Alarm alarm = live.get(key);
        if (shelves.remove(key) != null && alarm != null) {
            note(What.UNSHELVED, alarm, who, "");
            if (alarm.isWaiting()) {
                tell(new Raised(key, alarm.rule(), alarm.latched(), alarm.value(), alarm.since(), false));
            }
        }
        revision++;
    }

    /** Lets nothing sound for a time, at most {@link #LONGEST_SHELF}; for none at all, it sounds again. */
    public synchronized void mute(Duration length) {
        mutedUntil = length.isZero() ? null : until(length);
        revision++;
    }

    private Instant until(Duration length) {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_SHELF) > 0) {
            throw new IllegalArgumentException("Nothing keeps quiet for " + length + ".");
        }
        return clock.instant().plus(length);
    }

    /** What was raised since the last time and rings, each once. */
    public synchronized List<Raised> news() {
        List<Raised> all = List.copyOf(news);
        news.clear();
        return all;
    }

    /** The rules that a source broke, by the first critical alarm of each: what gives its verdict. */
    public synchronized List<Raised> broken(Source source) {
        Watched known = watched.get(source);
        return known == null ? List.of() : List.copyOf(known.broken());
    }

    /** How all stands. */
    public synchronized AlarmView view() {
        int stale = 0;
        for (Watched each : watched.values()) {
            for (Condition condition : each.conditions().values()) {
                stale += condition.isStale() ? 1 : 0;
            }
        }
        return new AlarmView(List.copyOf(live.values()), Map.copyOf(shelves), List.copyOf(log), mutedUntil, conditions,
                stale, unlisted, unwatched);
    }

    /** Grows with everything that is to be kept. */
    public synchronized long revision() {
        return revision;
    }

    private void count() {
        conditions = watched.values().stream().mapToInt(each -> each.conditions().size()).sum();
    }

    synchronized AlarmState state() {
        return new AlarmState(AlarmState.VERSION, List.copyOf(live.values()),
                shelves.entrySet().stream().map(each -> new AlarmState.Shelf(each.getKey(), each.getValue())).toList(),
                List.copyOf(log), mutedUntil,
                watched.entrySet().stream().map(each -> each.getValue().kept(each.getKey())).toList());
    }

    /** Takes up what was kept. How things are is not known until something comes. Once the rules are in force, before anything comes. */
    synchronized void restore(AlarmState state) {
        Map<String, Rule> byId = rules.stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        for (Watched.Kept each : state.watched()) {
            Watched known = known(each.source());
            known.place(each.place());
            each.broken().forEach(known::raised);
            each.conditions()
                    .forEach(kept -> Stream.ofNullable(byId.get(kept.key().rule()))
                            .forEach(rule -> known.conditions()
                                    .put(kept.key(), new Condition(rule, kept, clock.millis()))));
        }
        count();
        state.alarms()
                .forEach(alarm -> live.put(alarm.key(),
                        alarm.stale(true).over(alarm.over() || !byId.containsKey(alarm.key().rule()))));
        state.shelves().forEach(shelf -> shelves.put(shelf.key(), shelf.until()));
        log.addAll(state.log());
        mutedUntil = state.mutedUntil();
    }

    /** The sources that something is known of. */
    public synchronized Set<Source> sources() {
        Set<Source> all = new HashSet<>();
        live.keySet().forEach(key -> all.add(key.source()));
        watched.forEach((source, known) -> {
            if (!known.conditions().isEmpty()) {
                all.add(source);
            }
        });
        return all;
    }
}
