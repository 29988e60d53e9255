package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RasterTest {
    private static final int BLUE = 0xFF0000FF;
    private final SeriesStore store = new SeriesStore(2_000_000);
    private final SeriesKey key = new SeriesKey("ecs", "run", "sensor-1", "temperature");

    @Test
    void a_single_peak_among_a_million_samples_is_drawn() {
        for (int i = 0; i < 1_000_000; i++) {
            store.append(key, i, i == 432_100 ? 100 : 1);
        }
        Raster raster = draw(new Frame(800, 200, 0, 1_000_000, 0, 110, 1.5, lines()));
        int column = (int) (432_100 / 1_000_000.0 * 800);
        assertThat(isInk(raster, 800, column, 18)).isTrue();
        assertThat(isInk(raster, 800, column + 3, 18)).isFalse();
        assertThat(raster.largest()).isEqualTo(100);
    }

    @Test
    void a_gap_stays_empty() {
        for (int i = 0; i < 100; i++) {
            if (i < 40 || i > 60) {
                store.append(key, i * 1_000L, 5);
            }
        }
        Raster raster = draw(new Frame(1_000, 100, 0, 100_000, 0, 10, 1.5, lines()));
        assertThat(raster.covered()[395]).isFalse();
        assertThat(raster.covered()[500]).isFalse();
        assertThat(raster.covered()[605]).isFalse();
        assertThat(raster.covered()[200]).isTrue();
        assertThat(raster.covered()[800]).isTrue();
    }

    @Test
    void a_line_between_two_samples_has_no_hole() {
        store.append(key, 0, 0);
        store.append(key, 100, 10);
        Raster raster = draw(new Frame(50, 400, 0, 100, 0, 10, 1.5, lines()));
        for (int y = 0; y < 400; y++) {
            boolean ink = false;
            for (int x = 0; x < 50; x++) {
                ink |= isInk(raster, 50, x, y);
            }
            assertThat(ink).as("row %d", y).isTrue();
        }
    }

    @Test
    void dense_samples_drawn_by_blocks_cover_what_drawing_each_would() {
        Random noise = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            store.append(key, i, noise.nextDouble() * 10);
        }
        Frame frame = new Frame(100, 100, 0, 200_000, -1, 11, 1.5, lines());
        Raster blocks = draw(frame);
        assertThat(blocks.smallest()).isLessThan(0.01);
        assertThat(blocks.largest()).isGreaterThan(9.99);
        for (int x = 0; x < 100; x++) {
            assertThat(isInk(blocks, 100, x, 50)).as("column %d", x).isTrue();
        }
    }

    private List<Frame.Line> lines() {
        return List.of(new Frame.Line(store.series(key), BLUE));
    }

    private static Raster draw(Frame frame) {
        Raster raster = new Raster();
        raster.draw(frame);
        return raster;
    }

    private static boolean isInk(Raster raster, int width, int x, int y) {
        return raster.pixels()[y * width + x] >>> 24 > 40;
    }
}
