package com.sentori.contract.http;

import com.sentori.contract.auth.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call of the contract.
 *
 * @param method in upper case
 * @param template a path whose segments are literal or {@code {variable}}; a literal goes before a variable
 * @param role who may call it; null for everyone, also without a token and however often
 * @param answer what the call does; it may throw {@link com.sentori.contract.errors.ContractException}
 */
public record Route(String method, String template, @Nullable Role role, Function<Call, ApiResponse> answer) {
    /** A GET, for viewers. */
    public static Route get(String template, Function<Call, ApiResponse> answer) {
        return new Route("GET", template, Role.VIEWER, answer);
    }

    /** A POST, for operators. */
    public static Route post(String template, Function<Call, ApiResponse> answer) {
        return new Route("POST", template, Role.OPERATOR, answer);
    }

    /** The same for callers of another role. */
    public Route by(Role due) {
        return new Route(method, template, due, answer);
    }

    /** The same for everyone. */
    public Route byEveryone() {
        return new Route(method, template, null, answer);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    boolean hasVariables() {
        return Stream.of(template.split("/", -1)).anyMatch(Route::isVariable);
    }

    /** The variables if the path is of this template, else null. */
    @Nullable
    Map<String, String> match(String path) {
        String[] segments = path.split("/", -1);
        String[] wanted = template.split("/", -1);
        if (segments.length != wanted.length) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (isVariable(wanted[i]) && !segments[i].isEmpty()) {
                variables.put(wanted[i].substring(1, wanted[i].length() - 1), segments[i]);
            } else if (!wanted[i].equals(segments[i])) {
                return null;
            }
        }
        return variables;
    }
}
