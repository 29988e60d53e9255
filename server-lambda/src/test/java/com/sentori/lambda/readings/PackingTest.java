package com.sentori.lambda.readings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.readings.NewReading;
import com.sentori.lambda.log.Load;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final Instant ARRIVAL = Instant.parse("2026-11-23T10:00:00.123Z");

    @Test
    void gives_back_every_bit() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        Batch batch = new Batch(
                List.of(new NewReading("s", "temperature", -0.0, ARRIVAL, null),
                        new NewReading("s", "t", 1e308, Instant.EPOCH, (1L << 53) - 1),
                        new NewReading("ä\uD83D\uDE00", "t", Double.MIN_VALUE, last, 0L),
                        new NewReading("t", "s", 0.1 + 0.2, ARRIVAL, null),
                        new NewReading("t", "s", -1e-300, last, 7L)),
                ARRIVAL);
        List<Load> loads = Packing.pack(batch);
        assertThat(loads).singleElement().returns(5, Load::readings);
        assertThat(Packing.unpack(loads.getFirst().bytes())).isEqualTo(batch);
    }

    @Test
    void splits_what_no_item_can_hold() {
        List<NewReading> readings = IntStream.range(0, 5_000)
                .mapToObj(i -> new NewReading("\uD83D\uDE00".repeat(123) + i, "type", i, ARRIVAL, (long) i))
                .toList();
        List<Load> loads = Packing.pack(new Batch(readings, ARRIVAL));
        assertThat(loads).hasSizeGreaterThan(1)
                .allSatisfy(load -> assertThat(load.bytes()).hasSizeLessThan(Load.MAX_BYTES));
        List<NewReading> unpacked = new ArrayList<>();
        loads.forEach(load -> unpacked.addAll(Packing.unpack(load.bytes()).readings()));
        assertThat(unpacked).isEqualTo(readings);
    }

    @Test
    void takes_few_bytes_for_a_reading_of_a_usual_batch() {
        Random random = new Random(1);
        List<NewReading> readings = IntStream.range(0, 500)
                .mapToObj(i -> new NewReading("sensor-" + i % 100, "temperature", random.nextGaussian(),
                        ARRIVAL.minusMillis(i / 100 * 200L), i / 100 + 1_000_000L))
                .toList();
        byte[] load = Packing.pack(new Batch(readings, ARRIVAL)).getFirst().bytes();
        assertThat(load.length).isLessThan(500 * 15 + 100 * 12);
    }
}
