package com.sentori.ecs.meters;

import com.sentori.contract.readings.Reading;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.Map;

/** The series of one running run: by sensor how many readings came, by sensor and type the latest. Thread-safe. */
final class RunSeries {
    private final String run;
    private final String user;
    private final Room room;
    private final Map<String, Sensor> sensors = new HashMap<>();
    private int series;
    private boolean closed;

    RunSeries(String run, String user, Room room) {
        this.run = run;
        this.user = user;
        this.room = room;
    }

    /** Takes readings in their order of arrival; says how many of them are in no series, for want of room. */
    synchronized int add(Iterable<Reading> readings) {
        int leftOut = 0;
        for (Reading reading : readings) {
            leftOut += closed || add(reading) ? 0 : 1;
        }
        return leftOut;
    }

    private boolean add(Reading reading) {
        Sensor sensor = sensors.get(reading.sensorId());
        if (sensor == null) {
            // A counter and the first gauge: not the one without the other.
            if (!take(2)) {
                return false;
            }
            sensor = new Sensor();
            sensors.put(reading.sensorId(), sensor);
            sensor.latest.put(reading.type(), reading.value());
        } else if (sensor.latest.replace(reading.type(), reading.value()) == null) {
            if (!take(1)) {
                return false;
            }
            sensor.latest.put(reading.type(), reading.value());
        }
        sensor.count++;
        return true;
    }

    private boolean take(int more) {
        boolean taken = room.take(more);
        series += taken ? more : 0;
        return taken;
    }

    /** Gives back its room and takes no more. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            room.give(series);
        }
    }

    /** Writes it down. */
    synchronized void collect(GaugeSnapshot.Builder values, CounterSnapshot.Builder counts) {
        sensors.forEach((id, sensor) -> {
            counts.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(Labels.of("user", user, "run", run, "sensor_id", id))
                    .value((double) sensor.count)
                    .build());
            sensor.latest.forEach((type, value) -> values.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("sensor_id", id, "type", type, "user", user, "run", run))
                    .value(value)
                    .build()));
        });
    }

    private static final class Sensor {
        private final Map<String, Double> latest = new HashMap<>(2);
        private long count;
    }
}
