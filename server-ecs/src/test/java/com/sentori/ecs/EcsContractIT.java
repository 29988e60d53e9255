package com.sentori.ecs;

import com.sentori.contract.kit.ContractKit;
import com.sentori.contract.kit.Target;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EcsContractIT extends ContractKit {
    private static final String GRAFANA = "https://grafana-ecs-iot.example";
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(Postgres.url(Postgres.newDatabase()), "--sentori.grace=2s",
                "--sentori.grafana-url=" + GRAFANA);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Target target() {
        return new Target(server.api(), "ecs", Duration.ofSeconds(2), GRAFANA, null);
    }
}
