package com.sentori.ecs.meters;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.Runs;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The latest value and the count of each sensor of the running runs, of the readings that this server stored. No
 * registry is asked at a reading: each run keeps its own small map, and they are written down when they are scraped.
 * Whether a run has ended is asked then, and when another begins, so that it does not matter which server ended it or
 * whether it expired. Thread-safe.
 */
public final class SensorMeters implements MultiCollector {
    private final Runs runs;
    private final Room room;
    private final LongAdder leftOut = new LongAdder();
    /** A run comes in, and the ended go, only under this lock: what is in it was RUNNING at an earlier look. */
    private final ReentrantLock look = new ReentrantLock();
    private final Map<String, RunSeries> byRun = new ConcurrentHashMap<>();

    /**
     * Meters over these runs.
     *
     * @param most series at once, of all runs; readings beyond are counted as left out
     */
    public SensorMeters(Runs runs, int most) {
        this.runs = runs;
        this.room = new Room(most);
    }

    /** Takes what was stored of one run, in order. Asks the store only at the first readings of a run. */
    public void stored(String runId, List<Reading> readings) {
        RunSeries series = byRun.get(runId);
        if (series == null) {
            tidyUp(runId);
            series = byRun.get(runId);
        }
        leftOut.add(series == null ? readings.size() : series.add(readings));
    }

    @Override
    public MetricSnapshots collect() {
        tidyUp(null);
        GaugeSnapshot.Builder values = GaugeSnapshot.builder()
                .name("sensor_data_value")
                .help("The latest reading of a sensor of a running run, as this server stored it.");
        CounterSnapshot.Builder counts = CounterSnapshot.builder()
                .name("sensor_data_ingested")
                .help("Readings of a sensor of a running run that this server stored.");
        byRun.values().forEach(run -> run.collect(values, counts));
        CounterSnapshot.Builder missing = CounterSnapshot.builder()
                .name("sensor_data_left_out")
                .help("Readings stored that are in no series: there were too many series, or the run was just ending.");
        missing.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder().value((double) leftOut.sum()).build());
        GaugeSnapshot.Builder series = GaugeSnapshot.builder()
                .name("sensor_data_series")
                .help("Series of sensor_data_value and sensor_data_ingested_total, of which there is a most.");
        series.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(room.taken()).build());
        return MetricSnapshots.of(values.build(), counts.build(), missing.build(), series.build());
    }

    /** Lets the ended runs go, and lets one in if it is RUNNING. A store that is silent changes nothing. */
    private void tidyUp(@Nullable String newcomer) {
        look.lock();
        try {
            Map<String, Run> running = runs.running().stream().collect(Collectors.toMap(Run::id, Function.identity()));
            byRun.entrySet().removeIf(entry -> {
                boolean ended = !running.containsKey(entry.getKey());
                if (ended) {
                    entry.getValue().close();
                }
                return ended;
            });
            Run run = newcomer == null ? null : running.get(newcomer);
            if (run != null) {
                byRun.computeIfAbsent(run.id(), id -> new RunSeries(id, run.username(), room));
            }
        } catch (ContractException silent) {
            System.getLogger(SensorMeters.class.getName())
                    .log(System.Logger.Level.DEBUG, "the running runs are not known now", silent);
        } finally {
            look.unlock();
        }
    }
}
