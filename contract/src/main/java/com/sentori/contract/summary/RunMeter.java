package com.sentori.contract.summary;

import com.sentori.contract.readings.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the readings of a run in the order of arrival and sums them up, at any time. Its memory is bounded by
 * {@link Summary#MAX_SERIES}, whatever the length of the run. Not thread-safe.
 */
public final class RunMeter {
    private static final Comparator<SeriesSummary> ORDER = Comparator.comparing(SeriesSummary::sensorId)
            .thenComparing(SeriesSummary::type);

    private final Map<Key, SeriesMeter> series = new HashMap<>();
    private final RunDigest digest = new RunDigest();
    private boolean truncated;
    private long count;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** One that was {@link #save put down}, to be gone on with. */
    public static RunMeter restore(DataInput from) throws IOException {
        RunMeter meter = new RunMeter();
        int size = from.readInt();
        for (int i = 0; i < size; i++) {
            meter.series.put(new Key(from.readUTF(), from.readUTF()), SeriesMeter.restore(from));
        }
        meter.digest.restore(from);
        meter.truncated = from.readBoolean();
        meter.count = from.readLong();
        if (meter.count > 0) {
            meter.first = Instant.ofEpochMilli(from.readLong());
            meter.last = Instant.ofEpochMilli(from.readLong());
        }
        return meter;
    }

    /** Puts it down, for this or another process to go on. */
    public void save(DataOutput to) throws IOException {
        to.writeInt(series.size());
        for (Map.Entry<Key, SeriesMeter> one : series.entrySet()) {
            to.writeUTF(one.getKey().sensorId);
            to.writeUTF(one.getKey().type);
            one.getValue().save(to);
        }
        digest.save(to);
        to.writeBoolean(truncated);
        to.writeLong(count);
        if (first != null && last != null) {
            to.writeLong(first.toEpochMilli());
            to.writeLong(last.toEpochMilli());
        }
    }

    /** Adds a reading. */
    public void add(Reading reading) {
        Instant timestamp = reading.timestamp();
        count++;
        first = first == null || timestamp.isBefore(first) ? timestamp : first;
        last = last == null || timestamp.isAfter(last) ? timestamp : last;
        digest.add(reading.sensorId(), reading.type(), reading.seq(), timestamp, reading.value());
        Key key = new Key(reading.sensorId(), reading.type());
        SeriesMeter meter = series.get(key);
        if (meter == null && series.size() == Summary.MAX_SERIES) {
            truncated = true;
            return;
        }
        if (meter == null) {
            meter = new SeriesMeter(reading.value());
            series.put(key, meter);
        }
        meter.add(reading);
    }

    /**
     * The summary so far.
     *
     * @param complete whether nothing is added any more
     */
    public Summary summary(String runId, boolean complete) {
        List<SeriesSummary> all = series.entrySet()
                .stream()
                .map(entry -> entry.getValue().summary(entry.getKey().sensorId, entry.getKey().type))
                .sorted(ORDER)
                .toList();
        return new Summary(runId, complete, all, new Summary.Totals(count, first, last), digest.hex(), truncated);
    }

    private record Key(String sensorId, String type) {}
}
