package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sentori.console.thresholds.Threshold;
import com.sentori.contract.json.Json;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartLinkTest {
    private long now = 1_000_000;
    private final ChartLink link = new ChartLink(ZoneId.of("Europe/Paris"));

    @BeforeEach
    void follow() {
        link.follow(() -> now, 60_000);
    }

    @Test
    void stands_still_while_it_is_paused_and_goes_on_at_once() {
        link.pause();
        now += 42_000;
        assertThat(link.isPaused()).isTrue();
        assertThat(link.pausedAt()).isEqualTo(1_000_000);
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(940_000, 1_000_000));
        link.resume();
        assertThat(link.isPaused()).isFalse();
        assertThat(link.span().to()).isEqualTo(now);
    }

    @Test
    void catches_up_faster_than_time() {
        link.pause();
        now += 9_000;
        link.catchUp();
        assertThat(link.span().to()).isEqualTo(1_000_000);
        now += 1_000;
        assertThat(link.span().to()).isEqualTo(1_004_000);
        now += 2_000;
        assertThat(link.span().to()).isEqualTo(now);
        assertThat(link.lagNow()).isZero();
    }

    @Test
    void zooming_and_panning_share_one_history() {
        View home = link.views().now();
        link.go(home.window(new TimeWindow.Fixed(950_000, 960_000)));
        link.go(link.views().now().scale("°C", new Scale(1, 2, false)));
        assertThat(link.isPaused()).isTrue();
        link.views().undo();
        assertThat(link.views().now().scales()).isEmpty();
        link.views().undo();
        assertThat(link.views().now()).isEqualTo(home);
        assertThat(link.views().canUndo()).isFalse();
        link.views().redo();
        link.views().redo();
        assertThat(link.views().now().scales()).containsKey("°C");
        link.reset();
        assertThat(link.views().now()).isEqualTo(home);
        link.views().undo();
        assertThat(link.views().now().scales()).containsKey("°C");
    }

    @Test
    void what_someone_chose_stays_when_the_home_changes_and_what_is_at_home_goes_along() {
        link.show(10, 20);
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(10, 20));
        link.go(link.views().now().window(new TimeWindow.Fixed(12, 14)));
        link.show(10, 30);
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(12, 14));
        link.reset();
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(10, 30));
        assertThat(link.isPaused()).isFalse();
    }

    @Test
    void what_is_paused_when_its_run_ends_stays_so_and_goes_on_to_all_of_it() {
        link.pause();
        TimeWindow.Fixed seen = link.span();
        link.show(500_000, 1_000_000);
        link.show(500_000, 1_000_500);
        assertThat(link.isPaused()).isTrue();
        assertThat(link.span()).isEqualTo(seen);
        link.catchUp();
        assertThat(link.isPaused()).isFalse();
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(500_000, 1_000_500));
        link.go(link.views().now().window(seen));
        assertThat(link.isPaused()).isFalse();
    }

    @Test
    void nothing_follows_when_there_is_nothing_to_follow_any_more_whatever_is_undone() {
        View home = link.views().now();
        link.go(home.window(new TimeWindow.Following(10_000)));
        link.go(link.views().now().window(new TimeWindow.Fixed(950_000, 960_000)));
        link.views().undo();
        link.show(500_000, 1_000_000);
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(990_000, 1_000_000));
        link.views().redo();
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(950_000, 960_000));
        link.views().undo();
        link.views().undo();
        assertThat(link.isFollowing()).isFalse();
        assertThat(link.span()).isEqualTo(new TimeWindow.Fixed(500_000, 1_000_000));
    }

    @Test
    void axes_become_logarithmic_one_after_the_other_then_all_then_none() {
        View view = link.views().now().scale("V", new Scale(1, 2, false));
        List<String> units = List.of("°C", "V");
        assertThat(view.nextLog(units).logarithmic()).containsExactly("°C");
        assertThat(view.nextLog(units).scales()).containsKey("V");
        view = view.nextLog(units).nextLog(units);
        assertThat(view.logarithmic()).containsExactly("V");
        assertThat(view.scales()).isEmpty();
        view = view.nextLog(units);
        assertThat(view.logarithmic()).containsExactlyInAnyOrder("°C", "V");
        assertThat(view.nextLog(List.of("V")).logarithmic()).containsExactly("°C");
        assertThat(view.nextLog(units).logarithmic()).isEmpty();
    }

    @Test
    void history_is_bounded() {
        for (int i = 1; i <= 1_000; i++) {
            link.go(link.views().now().window(new TimeWindow.Fixed(0, i)));
        }
        int steps = 0;
        while (link.views().canUndo()) {
            link.views().undo();
            steps++;
        }
        assertThat(steps).isEqualTo(100);
    }

    @Test
    void switches_between_utc_and_local_time() {
        link.toggleUtc();
        assertThat(link.isUtc()).isTrue();
        link.toggleUtc();
        assertThat(link.zoneProperty().get()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void a_layout_comes_back_from_json_as_it_was() {
        link.go(new View(new TimeWindow.Fixed(5, 9), Map.of("V", new Scale(1, 10, true)), Set.of("V")));
        link.hidden().add("sensor-2");
        link.thresholds().add(new Threshold("t", "hot", "V", Threshold.Side.ABOVE, 3.0, null, 0.5));
        link.annotations().add(new Annotation("n", 7, "door opened", Annotation.Kind.BY_HAND));
        link.toggleUtc();
        ChartLayout kept = ChartLayout.of(link);
        ChartLayout read = Json.read(Json.bytes(kept), ChartLayout.class);
        assertThat(read).isEqualTo(kept);
        ChartLink other = new ChartLink(ZoneId.of("Europe/Paris"));
        read.applyTo(other);
        assertThat(ChartLayout.of(other)).isEqualTo(kept);
    }

    @Test
    void refuses_a_layout_of_a_later_version() {
        ChartLayout later = new ChartLayout(2, 1L, null, null, Map.of(), Set.of(), Set.of(), List.of(),
                List.of(), false);
        assertThatIllegalArgumentException().isThrownBy(() -> later.applyTo(link));
    }
}
