package com.sentori.contract.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.readings.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunMeterTest {
    @Test
    void it_sums_up_the_same_however_often_it_was_put_down() throws IOException {
        RunMeter whole = new RunMeter();
        RunMeter parts = restored(new RunMeter());
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Reading reading = new Reading("id", "run", "s-" + i % 3, "t", random.nextGaussian(),
                    Instant.ofEpochMilli(1_000L * i + random.nextInt(5_000)), i % 2 == 0 ? (long) i : null,
                    Instant.EPOCH);
            whole.add(reading);
            parts.add(reading);
            if (i % 999 == 0) {
                parts = restored(parts);
            }
        }
        assertThat(restored(parts).summary("run", true)).isEqualTo(whole.summary("run", true));
    }

    private static RunMeter restored(RunMeter meter) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        meter.save(new DataOutputStream(saved));
        return RunMeter.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    }
}
