package com.sentori.lambda.readings;

import com.sentori.contract.readings.NewReading;
import com.sentori.lambda.log.Load;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs a batch into the bytes of few slots. Cost is counted by the kilobyte: a reading takes about 13 bytes.
 *
 * <p>
 * A load is: the version {@value #VERSION}; the arrival, 8 bytes of epoch milliseconds; a table of texts (a
 * count, then each as length and UTF-8); the count of readings; then for each: sensor and type as places in
 * the table, the bits of the value in 8 bytes (so that -0.0 and 1e308 come back as they were), the time as
 * difference to the one before (the first: to the arrival), and the sender's count, 0 for none, else one more
 * than its folded difference to the one before. Counts, lengths, places are variable-length (7 bits a byte,
 * least first); differences are folded first (0, -1, 1, -2 … as 0, 1, 2, 3 …).
 */
final class Packing {
    private static final int VERSION = 1;
    /** More than any reading takes beside its texts. */
    private static final int READING_BYTES = 48;
    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7f;

    private Packing() {}

    static List<Load> pack(Batch batch) {
        List<Load> loads = new ArrayList<>(1);
        List<NewReading> part = new ArrayList<>();
        Map<String, Integer> texts = new LinkedHashMap<>();
        int bytes = 0;
        for (NewReading reading : batch.readings()) {
            int more = READING_BYTES + textBytes(texts, reading.sensorId()) + textBytes(texts, reading.type());
            if (bytes + more > Load.MAX_BYTES) {
                loads.add(load(part, texts, batch.receivedAt()));
                part.clear();
                texts.clear();
                bytes = 0;
                more = READING_BYTES + textBytes(texts, reading.sensorId()) + textBytes(texts, reading.type());
            }
            texts.putIfAbsent(reading.sensorId(), texts.size());
            texts.putIfAbsent(reading.type(), texts.size());
            part.add(reading);
            bytes += more;
        }
        loads.add(load(part, texts, batch.receivedAt()));
        return loads;
    }

    static Batch unpack(byte[] load) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(load))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException("packed by a newer version: " + version);
            }
            long arrival = in.readLong();
            String[] texts = new String[Math.toIntExact(read(in))];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = new String(in.readNBytes(Math.toIntExact(read(in))), StandardCharsets.UTF_8);
            }
            int count = Math.toIntExact(read(in));
            List<NewReading> readings = new ArrayList<>(count);
            long time = arrival;
            long seq = 0;
            for (int i = 0; i < count; i++) {
                String sensor = texts[Math.toIntExact(read(in))];
                String type = texts[Math.toIntExact(read(in))];
                double value = Double.longBitsToDouble(in.readLong());
                time += unfold(read(in));
                long step = read(in);
                seq += step == 0 ? 0 : unfold(step - 1);
                readings.add(new NewReading(sensor, type, value, Instant.ofEpochMilli(time), step == 0 ? null : seq));
            }
            return new Batch(readings, Instant.ofEpochMilli(arrival));
        } catch (IOException e) {
            throw new UncheckedIOException("a packed batch is damaged", e);
        }
    }

    private static int textBytes(Map<String, Integer> texts, String text) {
        return texts.containsKey(text) ? 0 : text.getBytes(StandardCharsets.UTF_8).length + Integer.BYTES;
    }

    private static Load load(List<NewReading> readings, Map<String, Integer> texts, Instant receivedAt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(receivedAt.toEpochMilli());
            write(out, texts.size());
            for (String text : texts.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                write(out, utf8.length);
                out.write(utf8);
            }
            write(out, readings.size());
            long time = receivedAt.toEpochMilli();
            long seq = 0;
            for (NewReading reading : readings) {
                write(out, texts.getOrDefault(reading.sensorId(), 0));
                write(out, texts.getOrDefault(reading.type(), 0));
                out.writeLong(Double.doubleToRawLongBits(reading.value()));
                write(out, fold(reading.timestamp().toEpochMilli() - time));
                time = reading.timestamp().toEpochMilli();
                Long own = reading.seq();
                write(out, own == null ? 0 : 1 + fold(own - seq));
                seq = own == null ? seq : own;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Load(bytes.toByteArray(), readings.size());
    }

    private static void write(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest > SEVEN_BITS) {
            out.writeByte((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long read(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (long) (part & SEVEN_BITS) << shift;
            if (part < MORE) {
                return value;
            }
        }
    }

    private static long fold(long difference) {
        return (difference << 1) ^ (difference >> (Long.SIZE - 1));
    }

    private static long unfold(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }
}
