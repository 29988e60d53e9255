package com.sentori.console.cloud;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How each measure is asked for; the files say it. */
final class Recipes {
    /** Of Prometheus, about the ecs backend. */
    static final List<Expression> PROMETHEUS = read("prometheus.json", new TypeReference<>() {
    });
    /** Of CloudWatch, by the kind of the backend. */
    static final Map<String, List<Mixture>> CLOUD_WATCH = read("cloudwatch.json", new TypeReference<>() {
    });

    private Recipes() {}

    /** Those of CloudWatch for a kind of backend; all of them while the kind is not known. */
    static List<Mixture> ofCloudWatch(@Nullable String kind) {
        return kind != null && CLOUD_WATCH.containsKey(kind)
                ? Objects.requireNonNull(CLOUD_WATCH.get(kind))
                : CLOUD_WATCH.values().stream().flatMap(List::stream).toList();
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = Objects.requireNonNull(Recipes.class.getResourceAsStream(file), file)) {
            return Json.MAPPER.readValue(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One in the language of the source. */
    record Expression(Measure measure, String expression) {}

    /**
     * Metric math over what the parts find.
     *
     * @param expression in which a part's name in braces stands for the array of its metrics
     */
    record Mixture(Measure measure, String expression, Map<String, Part> parts) {}

    /**
     * Metrics of one name.
     *
     * @param dimensions exactly these; the first one names the resource
     * @param name what the resource's name must match
     */
    record Part(String namespace, String metric, String statistic, List<String> dimensions, Pattern name) {}
}
