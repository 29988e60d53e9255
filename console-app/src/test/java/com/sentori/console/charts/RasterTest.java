package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.Samples.Sample;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterTest {
    private static final int BLUE = 0xFF0000FF;
    private static final int RED = 0xFFFF0000;
    private final SeriesStore store = new SeriesStore();
    private final Raster raster = new Raster();
    private int[] pixels = new int[0];

    @Test
    void a_single_peak_among_a_million_samples_is_drawn() {
        for (int i = 0; i < 1_000_000; i++) {
            add("a", i, i == 432_100 ? 100 : 1);
        }
        draw(frame(800, 200, 0, 1_000_000, "a").range(0, 110));
        int column = (int) (432_100 / 1_000_000.0 * 800);
        assertThat(ink(column, 19)).isEqualTo(255);
        assertThat(ink(column + 3, 19)).isZero();
    }

    @Test
    void a_peak_is_drawn_in_a_crowd_too() {
        Random noise = new Random(1);
        for (int line = 0; line < 60; line++) {
            for (int i = 0; i < 2_000; i++) {
                add("s" + line, i, line == 30 && i == 900 ? 100 : 40 * noise.nextDouble());
            }
        }
        List<Frame.Line> lines = new ArrayList<>();
        for (int line = 0; line < 60; line++) {
            lines.add(line("s" + line, BLUE));
        }
        draw(Frame.of(1_000, 600, 0, 2_000, 1.5, lines).range(0, 110));
        assertThat(ink(450, 60)).isEqualTo(255);
        assertThat(ink(446, 60)).isZero();
        assertThat(ink(450, 500)).isEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_gap_leaves_blank_columns(int scale) {
        for (int i = 0; i < 100; i++) {
            if (i < 40 || i > 60) {
                add("a", i * 1_000L, 5);
            }
        }
        int width = 1_000 * scale;
        Drawn drawn = draw(
                new Frame(width, 100 * scale, 0, 100.0 / scale, List.of(new Scale(0, 10, false)), 1.5 * scale,
                        List.of(line("a", BLUE))));
        for (int x = 0; x < width; x++) {
            boolean gap = x > 391 * scale && x < 610 * scale;
            boolean inside = x < 390 * scale || (x > 611 * scale && x < 990 * scale);
            if (gap) {
                assertThat(rows(x)).as("column %d", x).isZero();
                assertThat(drawn.covered().get(x)).isFalse();
            } else if (inside) {
                assertThat(rows(x)).as("column %d", x).isEqualTo(scale == 1 ? 2 : 4);
                assertThat(drawn.covered().get(x)).isTrue();
            }
        }
    }

    @Test
    void a_sample_without_neighbours_is_a_dot() {
        for (long time : new long[]{0, 1_000, 2_000, 3_000, 4_000, 50_000, 99_000}) {
            add("a", time, 5);
        }
        draw(frame(1_000, 100, 0, 100_000, "a").range(0, 10));
        assertThat(rows(500)).isEqualTo(4);
        assertThat(rows(497)).isZero();
        assertThat(rows(503)).isZero();
    }

    @Test
    void a_line_between_two_samples_has_no_hole() {
        add("a", 0, 0);
        add("a", 100, 10);
        draw(frame(50, 400, 0, 100, "a").range(0, 10));
        for (int y = 0; y < 400; y++) {
            int most = 0;
            for (int x = 0; x < 50; x++) {
                most = Math.max(most, ink(x, y));
            }
            assertThat(most).as("row %d", y).isGreaterThan(150);
        }
    }

    @Test
    void lines_run_out_of_both_edges_of_a_fixed_span() {
        for (int i = 0; i < 10; i++) {
            add("a", i * 1_000L, 5);
        }
        draw(frame(90, 10, 3_300, 3_700, "a").range(0, 10));
        for (int x = 0; x < 90; x++) {
            assertThat(ink(x, 5)).as("column %d", x).isGreaterThan(100);
        }
    }

    @Test
    void a_later_line_lies_over_an_earlier_one() {
        for (int i = 0; i < 100; i++) {
            add("a", i, 5);
            add("b", i, 5);
        }
        draw(Frame.of(100, 10, 0, 100, 4, List.of(line("a", RED), line("b", BLUE))).range(0, 10));
        assertThat(pixels[5 * 100 + 50]).isEqualTo(BLUE);
    }

    @Test
    void colours_are_premultiplied() {
        for (int i = 0; i < 100; i++) {
            add("a", i, 5);
        }
        draw(Frame.of(100, 10, 0, 100, 4, List.of(line("a", 0x800000FF))).range(0, 10));
        assertThat(pixels[5 * 100 + 50]).isEqualTo(0x80000080);
    }

    @Test
    void the_range_fits_what_is_in_view_with_round_ends() {
        for (int i = 0; i < 1_000; i++) {
            add("a", i, i < 500 ? 1_000 : i % 2 == 0 ? 19.5 : 22.5);
        }
        Drawn drawn = draw(frame(100, 100, 600, 1_000, "a"));
        assertThat(drawn.any()).isTrue();
        assertThat(drawn.frame().scales().getFirst().bottom()).isBetween(15.0, 19.5);
        assertThat(drawn.frame().scales().getFirst().top()).isBetween(22.5, 26.0);
    }

    /** The very thing that keeps frames cheap must not change the picture. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_picture_that_moved_on_equals_one_drawn_from_nothing(long seed) {
        Random random = new Random(seed);
        for (int now = 1_000; now < 9_000; now += 50 + random.nextInt(100)) {
            for (int i = 0; i < 20; i++) {
                long late = random.nextInt(50) == 0 ? random.nextInt(400) : 0;
                add("a", now - 20 + i - late, 10 * random.nextDouble());
            }
            draw(frame(300, 80, now - 3_000, now, "a").range(-1, 11));
            int[] moved = pixels.clone();
            Raster fresh = new Raster();
            int[] anew = new int[pixels.length];
            fresh.draw(frame(300, 80, now - 3_000, now, "a").range(-1, 11), anew);
            assertThat(moved).isEqualTo(anew);
        }
    }

    /** So many lines that they are drawn as a crowd, some of which come and go. */
    @Test
    void a_crowd_that_moved_on_equals_one_drawn_from_nothing() {
        Random random = new Random(7);
        List<Frame.Line> lines = new ArrayList<>();
        for (int line = 0; line < 80; line++) {
            lines.add(line("s" + line, line % 9 == 0 ? 0x800000FF : BLUE + line * 0x1F00));
        }
        for (int now = 0; now < 6_000; now += 37) {
            for (int line = 0; line < 80; line++) {
                boolean silent = line % 7 == 0 && now / 1_000 % 2 == 1;
                for (int i = 0; i < 37 && !silent; i++) {
                    add("s" + line, now + i, 100 * random.nextDouble());
                }
            }
            if (now < 3_000) {
                continue;
            }
            Frame frame = Frame.of(600, 400, now - 3_000, now, 1.5, lines).range(-10, 110);
            Drawn moved = draw(frame);
            int[] anew = new int[pixels.length];
            Drawn fresh = new Raster().draw(frame, anew);
            assertThat(pixels).isEqualTo(anew);
            assertThat(moved.covered()).isEqualTo(fresh.covered());
        }
    }

    @Test
    void a_picture_that_moves_on_draws_its_new_columns_alone() {
        for (int i = 0; i < 100_000; i++) {
            add("a", i, i % 10);
        }
        draw(frame(1_000, 100, 0, 100_000, "a").range(0, 10));
        for (int i = 100_000; i < 100_300; i++) {
            add("a", i, i % 10);
        }
        assertThat(draw(frame(1_000, 100, 300, 100_300, "a").range(0, 10)).drawnFrom()).isGreaterThan(980);
        assertThat(draw(frame(1_000, 100, 300, 100_300, "a").range(0, 10)).drawnFrom()).isEqualTo(1_000);
        assertThat(draw(frame(1_000, 100, 300, 100_300, "a").range(0, 20)).drawnFrom()).isZero();
    }

    @Test
    void a_line_breaks_where_a_gap_is_known_however_short() {
        MemorySamples inner = new MemorySamples();
        for (int i = 0; i < 1_000; i++) {
            inner.append(i * 100L, 5);
        }
        Samples samples = new WithGap(inner, new Gap(50_010, 50_090, "link down"));
        Drawn drawn = draw(Frame
                .of(10_000, 20, 0, 100_000, 1, List.of(new Frame.Line(new ChartSeries("a", "a", samples, 0), BLUE)))
                .range(0, 10));
        assertThat(rows(5_005)).isZero();
        assertThat(rows(4_995)).isPositive();
        assertThat(Hatching.of(drawn, 2_000)).extracting(Hatching::reason).containsExactly("link down");
    }

    @Test
    void a_gap_of_many_lines_is_not_hatched_over_the_one_that_goes_on() {
        List<Frame.Line> lines = new ArrayList<>();
        for (int line = 0; line < 40; line++) {
            MemorySamples inner = new MemorySamples();
            for (int i = 0; i < 1_000; i++) {
                if (line == 39 || i < 400 || i > 600) {
                    inner.append(i * 100L, 5);
                }
            }
            Samples samples = line == 39 ? inner : new WithGap(inner, new Gap(39_900, 60_100, "sensor silent"));
            lines.add(new Frame.Line(new ChartSeries("s" + line, "s", samples, 0), BLUE));
        }
        Drawn drawn = draw(Frame.of(1_000, 20, 0, 100_000, 1, lines).range(0, 10));
        assertThat(Hatching.of(drawn, 2_000)).isEmpty();
        assertThat(drawn.own()).isEmpty();
        Drawn silent = draw(Frame.of(1_000, 20, 0, 100_000, 1, lines.subList(0, 39)).range(0, 10));
        assertThat(Hatching.of(silent, 2_000)).containsExactly(new Hatching(400, 601, "sensor silent"));
    }

    @Test
    void a_line_tells_of_its_own_gaps_where_it_would_go_while_another_goes_on() {
        MemorySamples whole = new MemorySamples();
        MemorySamples broken = new MemorySamples();
        for (int i = 0; i < 1_000; i++) {
            whole.append(i * 100L, 5);
            if ((i < 200 || i > 300) && (i < 400 || i > 600) && i < 900) {
                broken.append(i * 100L, i < 500 ? 2 : 4);
            }
        }
        Samples samples = new WithGap(new WithGap(broken, new Gap(39_900, 60_100, "link down")),
                new Gap(89_900, 99_900, "sensor silent"));
        Drawn drawn = draw(Frame.of(1_000, 20, 0, 100_000, 1,
                List.of(new Frame.Line(new ChartSeries("a", "a", whole, 0), BLUE, 0, true),
                        new Frame.Line(new ChartSeries("b", "b", samples, 1), RED, 0, true)))
                .range(0, 10));
        assertThat(Hatching.of(drawn, 2_000)).isEmpty();
        assertThat(drawn.own()).containsExactly(new LineGap(200, 301, 0.8, 0.8, RED, ""),
                new LineGap(400, 601, 0.6, 0.8, RED, "link down"),
                new LineGap(900, 999, 0.6, 0.6, RED, "sensor silent"));
        List<Hatching> most = List.of(new Hatching(400, 598, ""));
        assertThat(LineGap.beside(drawn.own(), most)).extracting(LineGap::from).containsExactly(200, 900);
        Readings readings = Readings.at(drawn.frame(), 50_000);
        assertThat(readings.values()).extracting(each -> each.line().id()).containsExactly("a");
        assertThat(readings.missing()).extracting(Readings.Missing::reason).containsExactly("link down");
        assertThat(Reading.at(samples, 25_000).gap()).isEqualTo(new Gap(19_900, 30_100, ""));
        assertThat(Reading.at(samples, 19_900).sample()).isEqualTo(new Sample(19_900, 2));
        assertThat(Reading.at(samples, 95_000).gap()).isEqualTo(new Gap(89_900, 99_900, "sensor silent"));
    }

    @Test
    void axes_have_scales_of_their_own() {
        for (int i = 0; i < 100; i++) {
            add("a", i, 5);
            add("b", i, 5_000);
        }
        List<Frame.Line> lines = List.of(line("a", BLUE), new Frame.Line(line("b", RED).series(), RED, 1));
        Drawn drawn = draw(Frame.of(100, 100, 0, 100, 2, lines)
                .scaled(List.of(new Scale(0, 10, false), new Scale(10, 100_000, true))));
        assertThat(pixels[50 * 100 + 50]).isEqualTo(BLUE);
        assertThat(pixels[32 * 100 + 50]).isEqualTo(RED);
        assertThat(drawn.any()).isTrue();
    }

    @Test
    void a_logarithmic_axis_fits_to_powers_of_ten_and_leaves_out_what_is_not_positive() {
        for (int i = 0; i < 100; i++) {
            add("a", i, i == 50 ? -1 : 3 + i * 7);
        }
        Scale scale = draw(frame(100, 100, 0, 100, "a").scaled(List.of(Scale.fitting(true)))).frame()
                .scales()
                .getFirst();
        assertThat(scale.top()).isEqualTo(1_000);
        assertThat(scale.bottom()).isLessThan(3).isPositive();
    }

    @Test
    void the_reader_points_at_the_nearest_line() {
        for (int i = 0; i < 100; i++) {
            add("a", i * 100L, 2);
            add("b", i * 100L, 8);
        }
        Frame frame = Frame.of(1_000, 100, 0, 10_000, 1.5, List.of(line("a", RED), line("b", BLUE))).range(0, 10);
        assertThat(Nearest.of(frame, 503, 30))
                .isEqualTo(new Nearest(frame.lines().get(1).series(), new Sample(5_000, 8)));
        assertThat(Nearest.of(frame, 503, 70))
                .isEqualTo(new Nearest(frame.lines().get(0).series(), new Sample(5_000, 2)));
    }

    private void add(String sensor, long time, double value) {
        store.append(key(sensor), time, value);
    }

    private static SeriesKey key(String sensor) {
        return new SeriesKey("ecs", "run", sensor, "temperature");
    }

    private Frame.Line line(String sensor, int argb) {
        return new Frame.Line(new ChartSeries(sensor, sensor, store.series(key(sensor)), 0), argb);
    }

    private Frame frame(int width, int height, long from, long to, String sensor) {
        return Frame.of(width, height, from, to, 1.5, List.of(line(sensor, BLUE)));
    }

    private int width;

    private Drawn draw(Frame frame) {
        width = frame.width();
        pixels = new int[frame.width() * frame.height()];
        return raster.draw(frame, pixels);
    }

    private int ink(int x, int y) {
        return pixels[y * width + x] >>> 24;
    }

    /** In how many rows of a column there is ink. */
    private int rows(int x) {
        int rows = 0;
        for (int at = x; at < pixels.length; at += width) {
            rows += pixels[at] >>> 24 > 0 ? 1 : 0;
        }
        return rows;
    }
}
