package com.sentori.console.twins;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LineUpTest {
    private static final Instant BEGIN = Instant.parse("2026-01-15T10:30:00Z");

    private final LineUp lineUp = new LineUp();
    private final Consumer<List<Reading>> left = lineUp.side(true, () -> Duration.ZERO);
    private final Consumer<List<Reading>> right = lineUp.side(false, () -> Duration.ZERO);

    @Test
    void two_equal_streams_line_up_at_any_pace() {
        Random random = new Random(1);
        int fromLeft = 0;
        int fromRight = 0;
        while (fromLeft < 20_000 || fromRight < 20_000) {
            int toLeft = Math.min(20_000, fromLeft + random.nextInt(3_000));
            int toRight = Math.min(20_000, fromRight + random.nextInt(3_000));
            left.accept(readings(fromLeft, toLeft));
            right.accept(readings(fromRight, toRight));
            fromLeft = toLeft;
            fromRight = toRight;
        }
        assertThat(lineUp.result()).isEqualTo(new LineUp.Result(20_000, 0, 0, counts(20_000, 0, 0, 0, 0, 19_999),
                counts(20_000, 0, 0, 0, 0, 19_999)));
    }

    @Test
    void names_what_is_missing_repeated_out_of_order_late_and_different() {
        List<Reading> good = readings(0, 100);
        left.accept(good);
        List<Reading> bad = new ArrayList<>(good);
        bad.set(10, reading(10, 99, 0));
        bad.set(20, reading(20, 20, 5_000));
        bad.add(bad.get(30));
        Collections.swap(bad, 40, 44);
        bad.remove(50);
        right.accept(bad);
        LineUp.Result result = lineUp.result();
        assertThat(result.both()).isEqualTo(99);
        assertThat(result.different()).isEqualTo(1);
        assertThat(result.left()).isEqualTo(counts(100, 1, 0, 0, 0, 99));
        // The repeated one comes after later ones, and so does one of the two that changed places.
        assertThat(result.right()).isEqualTo(counts(100, 0, 1, 2, 1, 5_020));
    }

    @Test
    void a_reading_is_late_by_one_clock_however_far_the_backend_s_is_ahead() {
        LineUp other = new LineUp();
        other.side(true, () -> Duration.ofSeconds(3)).accept(List.of(reading(0, 0, 3_000), reading(1, 1, 5_001)));
        other.side(false, () -> Duration.ofSeconds(-3)).accept(List.of(reading(0, 0, -3_000), reading(1, 1, -999)));
        assertThat(other.result().left().late()).isEqualTo(1);
        assertThat(other.result().right().late()).isEqualTo(1);
    }

    @Test
    void tells_how_many_were_stored_in_a_second() {
        left.accept(readings(0, 501));
        assertThat(lineUp.result().left().perSecond()).isCloseTo(1_000, Offset.offset(3.0));
    }

    @Test
    void a_side_that_is_far_behind_costs_the_comparison_and_not_the_memory() {
        int many = (LineUp.MAX_BLOCKS + 10) * LineUp.BLOCK;
        for (int from = 0; from < many; from += LineUp.BLOCK) {
            left.accept(readings(from, from + LineUp.BLOCK));
        }
        for (int from = 0; from < many; from += LineUp.BLOCK) {
            right.accept(readings(from, from + LineUp.BLOCK));
        }
        LineUp.Result result = lineUp.result();
        assertThat(result.both()).isEqualTo(many);
        assertThat(result.uncompared()).isEqualTo(10L * LineUp.BLOCK);
        assertThat(result.different()).isZero();
    }

    private static LineUp.Counts counts(long arrived, long alone, long duplicated, long reordered, long late,
            long millis) {
        return new LineUp.Counts(arrived, alone, duplicated, reordered, late, 0, millis);
    }

    private static List<Reading> readings(int from, int to) {
        List<Reading> readings = new ArrayList<>(to - from);
        for (int seq = from; seq < to; seq++) {
            readings.add(reading(seq, seq, 0));
        }
        return readings;
    }

    private static Reading reading(long seq, double value, long late) {
        Instant taken = BEGIN.plusMillis(seq);
        return Reading.of("run", seq + 1, new NewReading("sensor-" + seq % 4, "t", value, taken, seq),
                taken.plusMillis(late));
    }
}
