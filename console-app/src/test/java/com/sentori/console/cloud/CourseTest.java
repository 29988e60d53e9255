package com.sentori.console.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void a_bucket_that_ends_after_the_watermark_is_not_taken_for_the_figure() {
        Course course = course(NOON.plusSeconds(150), 5, 6, 7);
        assertThat(course.value()).isEqualTo(6);
        assertThat(course.until()).isEqualTo(NOON.plusSeconds(120));
        assertThat(course.hasPending()).isTrue();
        assertThat(course(NOON.plusSeconds(180), 5, 6, 7).value()).isEqualTo(7);
    }

    @Test
    void nothing_is_complete_where_nobody_knows() {
        Course course = course(null, 5, 6);
        assertThat(course.value()).isNull();
        assertThat(course.hasPending()).isTrue();
    }

    @Test
    void what_is_no_number_was_not_measured() {
        Course course = course(NOON.plusSeconds(600), 5, Double.NaN, 7, Double.POSITIVE_INFINITY);
        assertThat(course.values()).containsExactly(5, 7);
        assertThat(course.until()).isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void a_figure_that_is_too_old_does_not_say_how_things_are() {
        Course course = course(NOON.plusSeconds(60), 0);
        assertThat(level(course, NOON.plusSeconds(240))).isEqualTo(Level.GOOD);
        assertThat(level(course, NOON.plusSeconds(241))).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void errors_are_worth_a_look_and_many_are_trouble() {
        assertThat(level(course(NOON.plusSeconds(60), 0), NOON.plusSeconds(60))).isEqualTo(Level.GOOD);
        assertThat(level(course(NOON.plusSeconds(60), 0.1), NOON.plusSeconds(60))).isEqualTo(Level.WARN);
        assertThat(level(course(NOON.plusSeconds(60), 5.1), NOON.plusSeconds(60))).isEqualTo(Level.BAD);
        assertThat(Measure.TASKS_MISSING.level(1)).isEqualTo(Level.BAD);
        assertThat(Measure.REQUESTS.level(1e9)).isEqualTo(Level.GOOD);
    }

    private static Level level(Course course, Instant watermark) {
        return new Health(List.of(course), watermark, watermark, "x", List.of()).level();
    }

    private static Course course(@Nullable Instant watermark, double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = NOON.plusSeconds(60L * i).toEpochMilli();
        }
        Line line = new Line("q", "", Map.of(), times, values, MINUTE);
        return Course.of(Measure.ERRORS, new Frame(List.of(line), watermark, NOON, false, List.of()), line, MINUTE);
    }
}
