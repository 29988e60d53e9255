package com.sentori.bench.reports;

import com.sentori.console.journal.Arrivals;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.journal.Segment;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.json.Json;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A run of so many readings, as a journal keeps one that it has seen to the end; the seed says every reading, so that its report checks them all. */
record LongRun(int readings) {
    private static final int SENSORS = 1_000;
    private static final int RATE = 10;
    private static final int BLOCK = 2_500;
    private static final long SEED = 11;
    private static final Instant BEGIN = Instant.parse("2026-01-15T10:00:00Z");

    String id() {
        return "00000000-0000-7000-8000-%012d".formatted(readings);
    }

    /** Writes it. */
    void write(Path folder) {
        Duration length = Duration.ofSeconds(readings / (SENSORS * RATE));
        SensorPlan plan = new SensorPlan(SENSORS, RATE, length, Waveform.SINE, SEED);
        List<Segment.Name> names = plan.sensorIds().stream().map(id -> new Segment.Name(id, plan.type(0))).toList();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name.sensorId(), numbers.size()));
        SplittableRandom way = new SplittableRandom(SEED);
        try (Journal journal = Journal.open(folder, Long.MAX_VALUE, Clock.systemUTC())) {
            journal.keep(new SeenRun("bench", "serverless", run(plan)));
            for (long after = 0; after < plan.count(); after += BLOCK) {
                long last = Math.min(plan.count(), after + BLOCK);
                Arrivals arrivals = new Arrivals();
                for (long seq = after; seq < last; seq++) {
                    long time = BEGIN.toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(plan.dueNanos(seq));
                    arrivals.add(numbers.getOrDefault(plan.sensorId(seq), 0), time, plan.value(seq), seq + 1, seq,
                            time + 20 + way.nextInt(80));
                }
                journal.write(List.of(new Segment("bench", id(), after, last, "cursor-" + last, last == plan.count(),
                        names, arrivals)), List.of());
            }
        }
    }

    private Run run(SensorPlan plan) {
        int seconds = Math.toIntExact(plan.duration().toSeconds());
        Meta meta = Meta.of(Json.MAPPER.createObjectNode()
                .put("client", "sentori-console")
                .put("schema", "sentori.meta/1")
                .put("session", "bench")
                .put("seed", SEED)
                .put("durationMillis", plan.duration().toMillis())
                .put("sensors", SENSORS)
                .put("rate", RATE)
                .put("waveform", Waveform.SINE.name())
                .put("thresholds", "temperature:max<=30"));
        return new Run(id(), "bench", RunStatus.COMPLETED, BEGIN, BEGIN.plus(plan.duration()), EndReason.FINISHED, null,
                new RunParams(id(), plan.sensorIds(), seconds, 1), meta, null);
    }
}
