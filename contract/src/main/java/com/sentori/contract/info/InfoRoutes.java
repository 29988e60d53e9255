package com.sentori.contract.info;

import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Feature;
import com.sentori.contract.http.Route;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.json.Timestamps;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls on the backend itself. */
public final class InfoRoutes {
    private InfoRoutes() {}

    /**
     * The routes.
     *
     * @param instanceId of the store
     */
    public static List<Route> of(ServerSettings settings, Supplier<String> instanceId, Clock clock) {
        return List.of(Route.get("/api/info", call -> ApiResponse.ok(info(settings, instanceId.get(), clock)))
                .byEveryone(),
                // Older web fronts poll it; deployments are no matter of a backend.
                Route.get("/infra/latest-deployment", call -> ApiResponse.ok(noDeployment())));
    }

    private static Info info(ServerSettings settings, String instanceId, Clock clock) {
        return new Info(settings.backend(), settings.version(), instanceId, settings.region(), Timestamps.now(clock),
                Auth.of(settings.auth()), Limits.of(settings.maxRunning(), settings.grace()),
                settings.features().stream().sorted().map(Feature::wireName).toList(),
                settings.grafanaUrl());
    }

    private static Map<String, @Nullable Object> noDeployment() {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("success", true);
        answer.put("deployment", null);
        return answer;
    }
}
