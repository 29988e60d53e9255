package com.sentori.ecs.meters;

import com.sentori.contract.readings.Reading;
import com.sentori.ecs.readings.Witness;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** How large the groups are in which readings are committed, and how long a commit takes. Thread-safe. */
public final class IngestMeters implements Witness {
    private final SensorMeters sensors;
    private final Timer commit;
    private final DistributionSummary requests;
    private final DistributionSummary readings;

    /** Meters in this registry, which tell the sensors' meters, too. */
    public IngestMeters(MeterRegistry registry, SensorMeters sensors) {
        this.sensors = sensors;
        this.commit = Timer.builder("sentori.ingest.commit")
                .description("Time of the transaction that stores a group of requests.")
                .serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(3), Duration.ofMillis(10),
                        Duration.ofMillis(30), Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1),
                        Duration.ofSeconds(3))
                .register(registry);
        this.requests = DistributionSummary.builder("sentori.ingest.group.requests")
                .description("Requests stored together.")
                .serviceLevelObjectives(1, 3, 10, 30, 100, 300)
                .register(registry);
        this.readings = DistributionSummary.builder("sentori.ingest.group.readings")
                .description("Readings stored together.")
                .serviceLevelObjectives(1, 10, 100, 1_000, 10_000)
                .register(registry);
    }

    @Override
    public void committed(List<List<Reading>> group, Duration time) {
        commit.record(time);
        requests.record(group.size());
        readings.record(group.stream().mapToInt(List::size).sum());
        String run = group.getFirst().getFirst().runId();
        group.forEach(request -> sensors.stored(run, request));
    }
}
