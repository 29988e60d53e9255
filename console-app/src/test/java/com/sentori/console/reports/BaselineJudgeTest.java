package com.sentori.console.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.console.reports.Comparison.Difference;
import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.reports.Verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineJudgeTest {
    @ParameterizedTest
    @CsvSource({
            "delay.p95,   MILLIS,     24.0, 20.0, PASSED, delay.p95<=24",
            "delay.p95,   MILLIS,     24.1, 20.0, FAILED, delay.p95<=24",
            "request.p50, MILLIS,     1.9,  1.0,  PASSED, request.p50<=2",
            "request.p50, MILLIS,     2.1,  1.0,  FAILED, request.p50<=2",
            "perSecond,   PER_SECOND, 80,   100,  PASSED, perSecond>=80",
            "perSecond,   PER_SECOND, 79,   100,  FAILED, perSecond>=80",
            "perSecond,   PER_SECOND, 300,  100,  PASSED, perSecond>=80",
            "missing,     COUNT,      1,    0,    FAILED, missing<=0",
            "missing,     COUNT,      0,    3,    PASSED, missing<=3",
            "failures,    COUNT,      5,    0,    PASSED, failures<=5",
            "failures,    COUNT,      6,    0,    FAILED, failures<=5",
            "cost,        MONEY,      0.0000121, 0.00001, FAILED, cost<=0.000012"})
    void a_figure_may_be_worse_by_a_fifth_but_what_is_stored_wrongly_may_not(String figure, String unit, double value,
            double baseline, Outcome outcome, String text) {
        assertThat(judged(figure, unit, value, baseline)).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(outcome);
            assertThat(finding.text()).isEqualTo(text);
            assertThat(finding.measured()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"delay.max, MILLIS", "delay.p999, MILLIS", "lateness.p95, MILLIS", "sent, COUNT", "delay.count, COUNT"})
    void what_differs_by_chance_or_by_plan_is_not_judged(String figure, String unit) {
        assertThat(judged(figure, unit, 900.0, 1.0)).isEmpty();
    }

    @Test
    void what_one_of_them_lacks_is_open_and_what_both_lack_is_no_matter() {
        assertThat(judged("delay.p95", "MILLIS", null, 20.0)).extracting(Finding::outcome)
                .containsExactly(Outcome.NO_VERDICT);
        assertThat(judged("delay.p95", "MILLIS", 20.0, null)).extracting(Finding::outcome)
                .containsExactly(Outcome.NO_VERDICT);
        assertThat(judged("delay.p95", "MILLIS", null, null)).isEmpty();
    }

    @Test
    void a_tolerance_is_a_share() {
        assertThatThrownBy(() -> new Baseline("a", -1)).hasMessageContaining("0 to 1000 percent");
        assertThatThrownBy(() -> new Baseline("a", Double.NaN)).hasMessageContaining("0 to 1000 percent");
    }

    /** Of a run with 5,000 readings. */
    private static List<Finding> judged(String figure, String unit, @Nullable Double value,
            @Nullable Double baseline) {
        return new BaselineJudge(20).findings(new Comparison("ecs", "a", "ecs", "b",
                List.of(new Difference("stored", "COUNT", 5_000.0, 5_000.0, 0.0, 1.0),
                        new Difference(figure, unit, value, baseline, null, null))));
    }
}
