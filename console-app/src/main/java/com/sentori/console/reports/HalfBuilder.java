package com.sentori.console.reports;

import com.sentori.console.backends.BackendException;
import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.runs.Driven;
import com.sentori.console.runs.Faults;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.LatencyLog;
import com.sentori.console.runs.PlanNote;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.runs.Tally;
import com.sentori.console.runs.Threshold;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the half of a report in one pass over its readings. One thread. */
final class HalfBuilder {
    private final Source source;
    private final @Nullable Driven driven;
    private final @Nullable LatencyLog log;
    private final @Nullable SensorPlan plan;
    private final Duration offset;
    private final List<Threshold> thresholds;
    private final Prices prices;

    /**
     * Of a run.
     *
     * @param driven what this machine kept of it; null if another one drove it
     */
    HalfBuilder(Source source, @Nullable Driven driven, Scenarios scenarios, Prices prices) throws IOException {
        this.source = source;
        this.driven = driven;
        this.prices = prices;
        this.log = driven == null ? null : driven.latencies().filter(one -> !one.isEmpty()).orElse(null);
        this.plan = Optional.ofNullable(driven)
                .flatMap(kept -> kept.order(scenarios))
                .map(order -> order.plan())
                .or(() -> PlanNote.read(source.run()))
                .orElse(null);
        this.offset = driven == null ? Duration.ZERO : driven.offset();
        this.thresholds = PlanNote.thresholds(source.run());
    }

    /** What is known of it; and what of it was judged. */
    record Built(Half half, List<Finding> findings, @Nullable LatencyLog log) {}

    Built build(Source.Taker also, Clock clock) throws BackendException, IOException {
        Run run = source.run();
        Instant end = run.finishedAt() == null ? clock.instant() : run.finishedAt();
        HalfMeter meter = new HalfMeter(run.startedAt(), end, offset, thresholds);
        Tally tally = plan == null || run.isRunning()
                ? null
                : new Tally(plan, driven == null ? null : driven.origin(), offset);
        Source.Extent extent;
        try (Lane reckoning = new Lane("report-figures", readings -> {
            readings.forEach(meter::add);
            if (tally != null) {
                tally.add(readings);
            }
        })) {
            extent = source.read(readings -> {
                reckoning.take(readings);
                also.take(readings);
            });
            reckoning.finish();
        }
        RunCheck check = tally == null || !extent.complete() ? null : check(tally, meter, run);
        Half.Quality quality = quality(meter, check, check == null || tally == null ? null : tally.firstFault());
        List<Half.Failures> failures = failures();
        List<Curve> curves = new ArrayList<>(meter.curves());
        if (log != null) {
            curves.add(delay(log));
        }
        Half half = new Half(backend(), ran(run), new Plans(run, plan).plan(thresholds),
                meter.stored(extent.complete(), extent.unseen()), quality, log == null ? null : Latency.of(log),
                failures,
                meter.types(), curves, cost(run, meter));
        List<Finding> findings = new ArrayList<>(
                new Judge(half.backend().name(), run, meter, log).findings(quality, thresholds));
        findings.addAll(alarms(half.backend().name()));
        return new Built(half, findings, log);
    }

    private List<Finding> alarms(String backend) {
        return driven == null
                ? List.of()
                : driven.broken()
                        .stream()
                        .map(each -> new Finding(backend, Verdict.Subject.ALARM, Verdict.Outcome.FAILED, each.text(),
                                each.value(), each.at()))
                        .toList();
    }

    /** The check at the run's end knows which of the last readings were acknowledged: it holds as long as what is stored is what it was. */
    private RunCheck check(Tally tally, HalfMeter meter, Run run) {
        RunCheck kept = driven == null ? null : driven.check();
        RunCheck now = tally.check(run, meter.digest());
        return kept != null && kept.stored() == meter.count() && meter.digest().equals(kept.storedDigest())
                ? kept
                : now;
    }

    private Half.Quality quality(HalfMeter meter, @Nullable RunCheck check, @Nullable Instant firstFault) {
        RunCheck kept = driven == null ? null : driven.check();
        String told = kept == null ? null : kept.storedDigest();
        return check == null
                ? new Half.Quality(null, null, meter.count(), null, meter.late(), null, null, null, meter.digest(),
                        told, null)
                : new Half.Quality(check.passed(), check.sent(), meter.count(), check.duplicated(), meter.late(),
                        check.missing(), check.different(), check.digest(), meter.digest(), told,
                        check.passed() ? null : firstFault);
    }

    private Half.Backend backend() {
        Half.Backend now = source.backend();
        if (driven == null) {
            return now;
        }
        // What was measured at the start is what its readings were judged by.
        return new Half.Backend(now.name(), now.kind(), now.version(), now.instanceId(), now.region(),
                Double.valueOf(offset.toNanos() / 1e6), null, now.source());
    }

    private static Half.Ran ran(Run run) {
        return new Half.Ran(run.id(), run.username(), run.status(),
                run.endReason() == null ? null : run.endReason().name(), run.errorMessage(), run.startedAt(),
                run.finishedAt(), run.getDuration());
    }

    private @Nullable List<Half.Failures> failures() {
        if (driven == null) {
            return null;
        }
        List<Half.Failures> all = new ArrayList<>();
        for (Map.Entry<Faults.Failure, Long> one : driven.faults().entrySet()) {
            all.add(new Half.Failures(one.getKey().kind().name(), one.getKey().status(), one.getValue()));
        }
        all.sort(Comparator.comparingLong(Half.Failures::count).reversed());
        return all;
    }

    private static Curve delay(LatencyLog log) throws IOException {
        List<LatencyLog.Stretch> stretches = log.stretches(Latencies.Kind.DELAY, Buckets.MOST);
        long width = stretches.stream()
                .mapToLong(one -> Duration.between(one.from(), one.to()).toMillis())
                .max()
                .orElse(0);
        return new Curve(Curve.Kind.DELAY, null, width,
                stretches.stream()
                        .map(one -> new Curve.Point(one.from().toEpochMilli(), one.figures().count(),
                                one.figures().p50(), one.figures().p95(), one.figures().p99()))
                        .toList());
    }

    private Cost cost(Run run, HalfMeter meter) {
        Double seconds = run.finishedAt() == null
                ? null
                : Double.valueOf(Duration.between(run.startedAt(), run.finishedAt()).toMillis() / 1000.0);
        String kind = source.backend().kind();
        return prices.of(kind == null ? source.backend().name() : kind,
                Prices.Usage.of(seconds, driven, log, meter.count()));
    }
}
