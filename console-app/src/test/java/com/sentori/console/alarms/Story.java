package com.sentori.console.alarms;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one series under one rule, made from a seed; and what must be after it, found step by step from all that happened so far.
 */
final class Story {
    static final Duration EXPECTED = Duration.ofSeconds(20);

    private final Rule rule;
    private final List<Step> steps;
    private final List<Long> times = new ArrayList<>();
    private final List<Severity> raws = new ArrayList<>();
    private final List<Severity> actives = new ArrayList<>();
    private final List<Optional<Outcome>> outcomes = new ArrayList<>();

    private Story(Rule rule, List<Step> steps) {
        this.rule = rule;
        this.steps = steps;
        for (int step = 0; step < steps.size(); step++) {
            times.add((step == 0 ? 0 : at(step - 1)) + steps.get(step).after());
            raws.add(rawOf(step));
            actives.add(activeOf(step));
            outcomes.add(Optional.ofNullable(outcomeOf(step)));
        }
    }

    Rule rule() {
        return rule;
    }

    List<Step> steps() {
        return steps;
    }

    /** What happens. Times are milliseconds since the step before. */
    sealed interface Step {
        long after();
    }

    record Value(long after, double value) implements Step {}

    record Acknowledge(long after) implements Step {}

    record Shelve(long after, Duration length) implements Step {}

    record Unshelve(long after) implements Step {}

    /** The program looks what time has ended. */
    record Tick(long after, boolean lost) implements Step {}

    /** The program is killed and started again. */
    record Restart(long after) implements Step {}

    static Story of(long seed) {
        Random random = new Random(seed);
        boolean above = random.nextBoolean();
        boolean two = random.nextInt(3) > 0;
        double sign = above ? 1 : -1;
        boolean warns = two || random.nextBoolean();
        Threshold limits = new Threshold("r", "r", "t", above ? Side.ABOVE : Side.BELOW, warns ? sign * 10.0 : null,
                two || !warns ? sign * 14.0 : null, random.nextInt(4));
        Rule rule = new Rule(new Watch.Values("t", ""), limits,
                Duration.ofMillis(random.nextInt(3) * 2_500L), 1 + random.nextInt(4), "", false);
        List<Step> steps = new ArrayList<>();
        double level = sign * 8;
        int length = 5 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            long after = random.nextInt(2_000);
            switch (random.nextInt(20)) {
                case 0 -> steps.add(new Acknowledge(after));
                case 1 -> steps.add(new Shelve(after, Duration.ofSeconds(1 + random.nextInt(30))));
                case 2 -> steps.add(new Tick(after, random.nextInt(3) == 0));
                case 3 -> steps.add(random.nextInt(4) == 0 ? new Tick(25_000, false) : new Tick(after, false));
                case 4 -> steps.add(random.nextInt(2) == 0 ? new Restart(after) : new Unshelve(after));
                default -> {
                    level += sign * (random.nextGaussian() * 3 + (10 - sign * level) * 0.1);
                    steps.add(new Value(after, Math.rint(level)));
                }
            }
        }
        return new Story(rule, steps);
    }

    /** The time of a step. */
    long at(int step) {
        return times.get(step);
    }

    /** What must be after a step; null for no alarm. */
    @Nullable
    Outcome after(int step) {
        return outcomes.get(step).orElse(null);
    }

    private @Nullable Outcome outcomeOf(int step) {
        Severity latched = Severity.OK;
        boolean listed = false;
        boolean acknowledged = false;
        for (int i = 0; i <= step; i++) {
            Severity active = active(i);
            if (!listed && steps.get(i) instanceof Value
                    && active.compareTo(i == 0 ? Severity.OK : active(i - 1)) > 0) {
                listed = true;
                acknowledged = false;
                latched = active;
            } else if (listed && acknowledged && active.compareTo(latched) > 0) {
                acknowledged = false;
                latched = active;
            } else if (listed && acknowledged) {
                latched = active;
            } else if (listed && active.compareTo(latched) > 0) {
                latched = active;
            }
            if (listed && steps.get(i) instanceof Acknowledge && !acknowledged) {
                acknowledged = true;
                latched = active;
            }
            if (acknowledged && active == Severity.OK) {
                listed = false;
                acknowledged = false;
            }
        }
        return listed ? new Outcome(active(step), latched, acknowledged, isStale(step)) : null;
    }

    private Severity active(int step) {
        return actives.get(step);
    }

    private Severity raw(int step) {
        return raws.get(step);
    }

    /** How bad it counts after a step. */
    private Severity activeOf(int step) {
        for (Severity each : new Severity[]{Severity.CRITICAL, Severity.WARN}) {
            if (counts(step, each)) {
                return each;
            }
        }
        return Severity.OK;
    }

    /** Whether it has been at least this bad, value by value, since some value at which it had been so for long and often enough. */
    private boolean counts(int step, Severity severity) {
        List<Integer> unbroken = new ArrayList<>();
        for (int i = step; i >= 0; i--) {
            if (steps.get(i) instanceof Value) {
                if (raw(i).compareTo(severity) < 0) {
                    break;
                }
                unbroken.add(i);
            }
        }
        return unbroken.stream().anyMatch(at -> isRipe(at, severity));
    }

    /** Whether it was at least this bad for long and often enough at a value; what came before a silence does not count. */
    private boolean isRipe(int step, Severity severity) {
        int count = 0;
        int first = step;
        for (int i = step; i >= 0; i--) {
            if (steps.get(i) instanceof Value) {
                if (raw(i).compareTo(severity) < 0) {
                    break;
                }
                count++;
                first = i;
            } else if (silences(i)) {
                break;
            }
        }
        return count >= rule.count() && at(step) - at(first) >= rule.delay().toMillis();
    }

    /** How bad a value is by its limits and those before it. */
    private Severity rawOf(int step) {
        Severity severity = Severity.OK;
        for (int i = 0; i <= step; i++) {
            if (steps.get(i) instanceof Value(_, double value)) {
                severity = rule.limits().severity(value, severity);
            }
        }
        return severity;
    }

    /** Whether a step lets it be stale. */
    private boolean silences(int step) {
        return steps.get(step) instanceof Tick(_, boolean lost)
                && (lost || at(step) - at(lastHeard(step)) > EXPECTED.toMillis());
    }

    /** When something was heard last: of a program that was started again, when it was. */
    private int lastHeard(int step) {
        for (int i = step; i >= 0; i--) {
            if (steps.get(i) instanceof Value || steps.get(i) instanceof Restart) {
                return i;
            }
        }
        return step;
    }

    private boolean isStale(int step) {
        for (int i = step; i >= 0; i--) {
            if (steps.get(i) instanceof Value) {
                return false;
            }
            if (silences(i) || steps.get(i) instanceof Restart) {
                return true;
            }
        }
        return false;
    }

    /** Whether it keeps quiet after a step: until a look after its time, or somebody ends it. */
    boolean isShelved(int step) {
        long until = Long.MIN_VALUE;
        for (int i = 0; i <= step; i++) {
            if (steps.get(i) instanceof Shelve(_, Duration length) && after(i) != null) {
                until = at(i) + length.toMillis();
            } else if (steps.get(i) instanceof Unshelve || (steps.get(i) instanceof Tick && until <= at(i))) {
                until = Long.MIN_VALUE;
            }
        }
        return until != Long.MIN_VALUE;
    }

    /** What must be of an alarm. */
    record Outcome(Severity active, Severity latched, boolean acknowledged, boolean stale) {}
}
