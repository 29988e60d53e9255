package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sentori.console.backends.BackendProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backend that a stack provides, by its outputs {@code api_url}, {@code backend_kind}, {@code region}, {@code environment} and {@code grafana_url}.
 *
 * @param profile a name made of kind and environment, and the address of the API
 * @param region where it is; empty if the stack does not say
 * @param grafanaUrl where its dashboards are; empty if the stack does not say
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Offer(BackendProfile profile, String region, String grafanaUrl) {
    /** The one of these outputs; empty if they name none. */
    public static Optional<Offer> of(List<Output> outputs) {
        String url = text(outputs, "api_url");
        String name = String.join("-", Stream.of("backend_kind", "environment")
                .map(each -> text(outputs, each))
                .filter(each -> !each.isBlank())
                .toList());
        try {
            return url.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Offer(
                            BackendProfile.of(
                                    name.isBlank() ? "backend" : name.substring(0, Math.min(40, name.length())), url),
                            text(outputs, "region"), text(outputs, "grafana_url")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(List<Output> outputs, String name) {
        return outputs.stream().filter(each -> each.name().equals(name)).map(Output::text).findFirst().orElse("");
    }
}
