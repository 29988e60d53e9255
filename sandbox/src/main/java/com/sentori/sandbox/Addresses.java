package com.sentori.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sentori.contract.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a sandbox answers.
 *
 * @param ecs the ecs backend
 * @param serverless the serverless backend
 * @param ecsManagement health, info and metrics of the ecs backend
 * @param cloudWatch the endpoint for clients of CloudWatch
 * @param prometheus what scrapes the ecs backend; null where none does
 * @param issuer of tokens; null where both backends are open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Addresses(URI ecs, URI serverless, URI ecsManagement, URI cloudWatch, @Nullable URI prometheus,
        @Nullable URI issuer) {
    /** On loopback. */
    static Addresses of(int ecs, int serverless, int ecsManagement, int cloudWatch, @Nullable Integer prometheus,
            @Nullable URI issuer) {
        return new Addresses(local(ecs), local(serverless), local(ecsManagement), local(cloudWatch),
                prometheus == null ? null : local(prometheus), issuer);
    }

    /** The one line that programs read. */
    String ready() {
        return "READY " + new String(Json.bytes(this), StandardCharsets.UTF_8);
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
