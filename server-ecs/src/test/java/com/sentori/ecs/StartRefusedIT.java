package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.ecs.operations.StartRefused;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import org.junit.jupiter.api.Test;

class StartRefusedIT {
    private final String url = Postgres.url(Postgres.newDatabase());

    @Test
    void refuses_to_be_reached_from_elsewhere_without_an_auth_mode() {
        assertThatThrownBy(() -> RunningServer.on(url, "--server.address=0.0.0.0")).hasRootCauseInstanceOf(
                StartRefused.class).hasStackTraceContaining("auth mode");
    }

    @Test
    void refuses_an_auth_mode_that_it_does_not_know() {
        assertThatThrownBy(() -> RunningServer.on(url, "--sentori.auth.mode=maybe"))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("'maybe'");
    }

    @Test
    void refuses_to_show_its_metrics_on_the_port_of_the_api() {
        assertThatThrownBy(() -> RunningServer.on(url, "--server.port=18080", "--management.server.port=18080"))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("management.server.port");
    }
}
