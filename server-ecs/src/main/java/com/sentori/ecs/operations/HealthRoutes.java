package com.sentori.ecs.operations;

import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/**
 * The three health calls on the API's port: Boot serves its own only on the management port, which load
 * balancers do not reach. They say up or not, and no more.
 */
public final class HealthRoutes {
    private static final String PATH = "/actuator/health";

    private HealthRoutes() {}

    /** The routes. */
    public static List<Route> of(HealthEndpoint health) {
        return List.of(Route.get(PATH, call -> answer(health.health())).byEveryone(),
                Route.get(PATH + "/liveness", call -> answer(health.healthForPath("liveness"))).byEveryone(),
                Route.get(PATH + "/readiness", call -> answer(health.healthForPath("readiness"))).byEveryone());
    }

    private static ApiResponse answer(@Nullable HealthDescriptor health) {
        Status status = health == null ? Status.UNKNOWN : health.getStatus();
        return ApiResponse.json(status.equals(Status.UP) ? 200 : 503, Map.of("status", status.getCode()));
    }
}
