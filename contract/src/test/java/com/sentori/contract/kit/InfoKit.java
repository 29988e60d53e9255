package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the backend says of itself. */
abstract class InfoKit extends Topic {
    @Test
    void tells_who_it_is_and_what_it_allows() {
        Answer info = get("/api/info").is(200);
        info.that(List.copyOf(info.json().propertyNames()))
                .containsExactlyInAnyOrder("backend", "version", "instanceId", "region", "serverTime", "auth", "limits",
                        "features", "grafanaUrl");
        info.text("/backend").isEqualTo(target().backend());
        info.text("/version").isNotBlank();
        info.text("/instanceId").isNotBlank();
        info.text("/region").isNotBlank();
        info.text("/serverTime").matches(INSTANT);
        assertThat(Duration.between(Instant.parse(info.textAt("/serverTime")), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
        Mint mint = target().mint();
        info.text("/auth/mode").isEqualTo(mint == null ? "open" : "jwt");
        info.text("/auth/issuer").isEqualTo(mint == null ? null : mint.issuer());
        info.that(List.copyOf(info.at("/auth").propertyNames()))
                .containsExactlyInAnyOrder("mode", "issuer", "clientId");
        info.node("/limits")
                .hasToString(
                        "{\"maxRunning\":5,\"maxSensors\":1000,\"maxBatch\":5000,\"maxBody\":1048576,\"graceSeconds\":"
                                + target().grace().toSeconds() + "}");
        info.text("/grafanaUrl").isEqualTo(target().grafanaUrl());
    }

    @Test
    void announces_nothing_that_does_not_exist() {
        Answer info = get("/api/info").is(200);
        String run = started();
        for (String feature : info.at("/features").values().stream().map(node -> node.asString()).toList()) {
            int status = switch (feature) {
                case "stream" -> 200; // the kit of the stream opens it
                case "ndjson" -> get("/api/runs/" + run + "/readings", "Accept", "application/x-ndjson").status();
                case "pages" -> get("/api/runs?page=0&size=1").status();
                default -> throw new AssertionError(info + "\nthe contract knows no feature " + feature);
            };
            assertThat(status).as("%s\n%s", info, feature).isEqualTo(200);
        }
    }

    @Test
    void the_instance_stays_the_same() {
        get("/api/info").text("/instanceId").isEqualTo(get("/api/info").textAt("/instanceId"));
    }

    @Test
    void there_is_never_a_deployment() {
        get("/infra/latest-deployment").is(200).node("").satisfies(answer -> {
            assertThat(answer.propertyNames()).containsExactlyInAnyOrder("success", "deployment");
            assertThat(answer.path("success").asBoolean()).isTrue();
            assertThat(answer.path("deployment").isNull()).isTrue();
        });
    }
}
