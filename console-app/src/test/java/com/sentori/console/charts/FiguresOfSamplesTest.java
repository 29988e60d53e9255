package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresOfSamplesTest {
    private static final long START = 1_800_000_000_000L;

    private final MemorySamples samples = new MemorySamples();

    @Test
    void every_sample_counts_also_two_of_one_millisecond() {
        Random noise = new Random(3);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            long time = START + i / 2 * 10L;
            double value = 1e6 + i * 0.5 + noise.nextGaussian();
            samples.append(time, value);
            all.add(new double[]{time, value});
        }
        long from = START + 1_230;
        long to = START + 900_000;
        double[] values = all.stream()
                .filter(each -> each[0] >= from && each[0] <= to)
                .mapToDouble(e -> e[1])
                .toArray();
        Statistics figures = Statistics.of(samples, from, to);
        assertThat(figures.count()).isEqualTo(values.length);
        assertThat(figures.min()).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(figures.max()).isEqualTo(Arrays.stream(values).max().orElseThrow());
        assertThat(figures.mean()).isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-6));
        assertThat(figures.slope()).isCloseTo(100, within(1e-3));
    }

    @Test
    void nothing_has_no_figures() {
        assertThat(Statistics.of(samples, 0, 10).count()).isZero();
        samples.append(5, 1);
        assertThat(Statistics.of(samples, 6, 10).mean()).isNaN();
        assertThat(Statistics.of(samples, 0, 10).slope()).isNaN();
        assertThat(Statistics.of(samples, 5, 5).mean()).isEqualTo(1);
    }

    @Test
    void refuses_a_sample_that_comes_late() {
        samples.append(5, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> samples.append(4, 1));
    }

    @Test
    void a_sketch_has_every_peak_breaks_at_gaps_and_says_why() {
        for (int i = 0; i < 100_000; i++) {
            if (i < 40_000 || i > 60_000) {
                samples.append(START + i, i == 20_001 ? 100 : i % 10);
            }
        }
        Samples known = new WithGap(samples, new Gap(START + 40_000, START + 60_001, "link down"));
        Sketch sketch = Sketch.of(List.of(new ChartSeries("a", "a", "°C", known, 0)), START, START + 100_000, 500, 200,
                Locale.ENGLISH, ZoneOffset.UTC);
        Sketch.Line line = sketch.lines().getFirst();
        assertThat(line.pieces()).hasSize(2);
        double top = sketch.values().getFirst().scale().down(100);
        double highest = 1;
        for (double[] piece : line.pieces()) {
            for (int i = 1; i < piece.length; i += 2) {
                highest = Math.min(highest, piece[i]);
            }
        }
        assertThat(highest).isCloseTo(top, within(1e-9));
        assertThat(sketch.gaps()).extracting(Sketch.Span::reason).containsExactly("link down");
        assertThat(sketch.values().getFirst().unit()).isEqualTo("°C");
        assertThat(sketch.times()).isNotEmpty();
    }

    @Test
    void ticks_of_a_logarithmic_axis_are_powers_of_ten_with_steps_where_there_is_room() {
        Rulers rulers = new Rulers(Locale.FRENCH, ZoneOffset.UTC);
        assertThat(rulers.values(new Scale(1, 100, true), 8)).extracting(Tick::label)
                .containsExactly("1", "2", "5", "10", "20", "50", "100");
        assertThat(rulers.values(new Scale(0.001, 1e6, true), 8)).extracting(Tick::label)
                .containsExactly("0,01", "1", "100", "10\u202f000", "1\u202f000\u202f000");
    }

    @Test
    void heights_and_values_are_inverse() {
        for (Scale scale : List.of(new Scale(-5, 20, false), new Scale(0.1, 1_000, true))) {
            for (double down = 0; down <= 1; down += 0.125) {
                assertThat(scale.down(scale.at(down))).isCloseTo(down, within(1e-12));
            }
        }
    }
}
