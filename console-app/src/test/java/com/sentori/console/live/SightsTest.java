package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import org.junit.jupiter.api.Test;

class SightsTest {
    private final Sights sights = new Sights();

    @Test
    void limits_and_hidden_lines_go_along_and_notes_stay_with_their_run() {
        sights.turnTo("one");
        sights.link().thresholds().add(new Threshold("t", "hot", "temperature", Side.ABOVE, 30.0, null, 0));
        sights.link().hidden().add("sensor-2");
        sights.link().toggleUtc();
        boolean utc = sights.link().isUtc();
        sights.link().annotations().add(note("a"));

        sights.turnTo("two");
        assertThat(sights.link().thresholds()).hasSize(1);
        assertThat(sights.link().hidden()).containsExactly("sensor-2");
        assertThat(sights.link().isUtc()).isEqualTo(utc);
        assertThat(sights.link().annotations()).isEmpty();
        sights.link().annotations().add(note("b"));

        sights.turnTo("one");
        assertThat(sights.link().annotations()).containsExactly(note("a"));
        sights.link().annotations().clear();
        assertThat(sights.notes()).containsOnlyKeys("two");
    }

    @Test
    void takes_up_what_was_kept() {
        sights.turnTo("one");
        sights.link().hidden().add("sensor-2");
        sights.link().annotations().add(note("a"));
        Sights later = new Sights();
        later.use(sights.common(), sights.notes());
        later.turnTo("one");
        assertThat(later.link().hidden()).containsExactly("sensor-2");
        assertThat(later.link().annotations()).containsExactly(note("a"));
    }

    @Test
    void keeps_the_notes_of_the_runs_that_were_looked_at_last() {
        for (int i = 0; i < 2 * Sights.MOST_RUNS; i++) {
            sights.turnTo("run-" + i);
            sights.link().annotations().add(note("n"));
        }
        assertThat(sights.notes()).hasSize(Sights.MOST_RUNS).containsKey("run-99").doesNotContainKey("run-0");
    }

    @Test
    void a_view_of_one_run_is_none_of_another() {
        sights.turnTo("one");
        ChartLink before = sights.link();
        sights.turnTo("two");
        assertThat(sights.link()).isNotSameAs(before);
    }

    private static Annotation note(String id) {
        return new Annotation(id, 7, "door opened", Annotation.Kind.BY_HAND);
    }
}
