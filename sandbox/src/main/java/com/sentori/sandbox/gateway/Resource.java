package com.sentori.sandbox.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the REST API, answered by one function for any method.
 *
 * @param path its template; a last segment {@code {name+}} takes the rest of a path
 * @param function which answers
 */
public record Resource(String path, ApiFunction function) {
    /** The path parameters if this resource serves the path, else null. */
    @Nullable
    Map<String, String> match(String requested) {
        List<String> wanted = List.of(path.split("/", -1));
        List<String> given = List.of(requested.split("/", -1));
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.endsWith("+}")) {
                String rest = String.join("/", given.subList(Math.min(i, given.size()), given.size()));
                if (rest.isEmpty()) {
                    return null;
                }
                parameters.put(segment.substring(1, segment.length() - 2), rest);
                return parameters;
            }
            if (i >= given.size()) {
                return null;
            }
            if (segment.startsWith("{") && !given.get(i).isEmpty()) {
                parameters.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return null;
            }
        }
        return wanted.size() == given.size() ? parameters : null;
    }
}
