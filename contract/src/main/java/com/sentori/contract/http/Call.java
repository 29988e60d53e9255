package com.sentori.contract.http;

import com.sentori.contract.auth.Caller;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.json.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed the checks of every call, at its route.
 *
 * @param request as received
 * @param variables of the route's template, by name
 * @param caller who calls
 */
public record Call(ApiRequest request, Map<String, String> variables, Caller caller) {
    static Call of(ApiRequest request, Map<String, String> variables, Caller caller) {
        request.query().forEach((name, values) -> {
            if (!Text.isClean(name) || !values.stream().allMatch(Text::isClean)) {
                throw ContractException.invalid("query", "must be percent-encoded UTF-8 without U+0000");
            }
        });
        return new Call(request, variables, caller);
    }

    /** Who calls. */
    public String user() {
        return caller.user();
    }

    /** A variable of the route's template. */
    public String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /** A query parameter; null without. Where it comes twice, the last value counts. */
    public @Nullable String parameter(String name) {
        List<String> values = parameters(name);
        return values.isEmpty() ? null : values.getLast();
    }

    /** All values of a query parameter, in order. */
    public List<String> parameters(String name) {
        return request.query().getOrDefault(name, List.of());
    }

    /** The body's bytes. */
    public byte[] body() {
        return request.body();
    }
}
