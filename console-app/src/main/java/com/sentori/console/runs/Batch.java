package com.sentori.console.runs;

import com.sentori.console.simulator.Emission;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.NewReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings of one request, as they are spooled: the request is sent with these readings and no others, however often, because its
 * key stands for them.
 *
 * @param first how many readings of the run were emitted before
 * @param items at least one
 */
record Batch(long first, List<Item> items) {
    private static final byte VERSION = 1;

    Batch {
        items = List.copyOf(items);
    }

    /** What sensors emitted. */
    static Batch of(long first, List<Emission> emissions, SensorPlan plan, Instant origin) {
        return new Batch(first, emissions.stream().map(emission -> {
            long seq = emission.seq();
            return new Item(emission, new NewReading(plan.sensorId(seq), plan.type(seq), plan.value(seq),
                    origin.plusMillis(Schedule.millis(plan, seq)), seq));
        }).toList());
    }

    /** How many readings of the run were emitted with it. */
    long end() {
        return first + items.size();
    }

    Emission last() {
        return items.getLast().emission();
    }

    List<NewReading> readings() {
        return items.stream().map(Item::reading).toList();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(VERSION);
            out.writeLong(first);
            out.writeInt(items.size());
            for (Item item : items) {
                NewReading reading = item.reading;
                out.writeLong(item.emission.nanos());
                out.writeLong(item.emission.seq());
                out.writeByte(item.emission.copy());
                out.writeUTF(reading.sensorId());
                out.writeUTF(reading.type());
                out.writeDouble(reading.value());
                out.writeLong(reading.timestamp().toEpochMilli());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} gave. */
    static Batch read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != VERSION) {
            throw new IOException("The spool was written by another version of the console, which has to end the run.");
        }
        long first = in.readLong();
        int count = in.readInt();
        List<Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Emission emission = new Emission(in.readLong(), in.readLong(), in.readByte());
            items.add(new Item(emission, new NewReading(in.readUTF(), in.readUTF(), in.readDouble(),
                    Instant.ofEpochMilli(in.readLong()), emission.seq())));
        }
        return new Batch(first, items);
    }

    /**
     * A reading and how it left its sensor.
     *
     * @param emission when it left
     * @param reading what is sent
     */
    record Item(Emission emission, NewReading reading) {}
}
