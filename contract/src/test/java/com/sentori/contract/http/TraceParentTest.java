package com.sentori.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-00f067aa0ba902b7-01", "01-" + TRACE + "-00f067aa0ba902b7-00-more"})
    void takes_the_callers_trace_over(String header) {
        assertThat(TraceParent.traceId(header)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ff-" + TRACE + "-00f067aa0ba902b7-01", "00-" + TRACE + "-0000000000000000-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + TRACE + "-00f067aa0ba902b7-01-more",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "01-" + TRACE + "-00f067aa0ba902b7-01more",
            "00-" + TRACE + "-00f067aa0ba902b7-0\n"})
    void ignores_what_is_not_valid(String header) {
        assertThat(TraceParent.traceId(header)).isNull();
    }

    @Test
    void knows_none_without_a_header() {
        assertThat(TraceParent.traceId(null)).isNull();
    }
}
