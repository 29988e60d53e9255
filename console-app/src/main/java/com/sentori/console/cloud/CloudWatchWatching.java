package com.sentori.console.cloud;

import com.sentori.console.cloud.Recipes.Mixture;
import com.sentori.console.cloud.Recipes.Part;
import com.sentori.console.sources.CloudWatchSource;
import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.MetricName;
import com.sentori.console.sources.MetricQuery;
import com.sentori.console.sources.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a CloudWatch has of a backend. Which of its metrics are the backend's is found by their names, and looked up again after a few questions. */
final class CloudWatchWatching implements Watching {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int NAMES_HOLD = 3;
    /** As many resources of a kind as a backend may have; more are left out. */
    private static final int MOST = 20;
    private static final String ID = "q";

    private final CloudWatchSource source;
    private final List<Mixture> recipes;
    private final String stack;
    private final String address;
    private final Duration pause;
    private List<MetricQuery> questions = List.of();
    private Instant asked = Instant.EPOCH;

    /**
     * Of these recipes.
     *
     * @param stack what the names of resources contain; empty for every name
     * @param address as people know it
     * @param pause between two questions: each costs
     */
    CloudWatchWatching(CloudWatchSource source, List<Mixture> recipes, String stack, String address, Duration pause) {
        this.source = source;
        this.recipes = recipes;
        this.stack = stack;
        this.address = address;
        this.pause = pause;
    }

    @Override
    public synchronized Health ask(Instant now) throws SourceException {
        if (questions.isEmpty() || !now.isBefore(asked.plus(pause.multipliedBy(NAMES_HOLD)))) {
            questions = questions();
            asked = now;
        }
        String name = "CloudWatch " + address;
        if (questions.isEmpty()) {
            return new Health(List.of(), null, now, name, List.of());
        }
        Frame frame = source.data(questions, now.minus(LOOKS_BACK), now);
        Map<Measure, Course> courses = new EnumMap<>(Measure.class);
        for (int i = 0; i < recipes.size(); i++) {
            Measure measure = recipes.get(i).measure();
            for (Line line : frame.of(ID + i)) {
                courses.putIfAbsent(measure, Course.of(measure, frame, line, PERIOD));
            }
        }
        return new Health(List.copyOf(courses.values()), frame.completeUntil(), frame.at(), name, frame.notes());
    }

    /** A recipe is left out where one of its parts is not there. */
    private List<MetricQuery> questions() throws SourceException {
        Map<List<String>, List<MetricName>> known = new LinkedHashMap<>();
        List<MetricQuery> all = new ArrayList<>();
        for (int i = 0; i < recipes.size(); i++) {
            Mixture recipe = recipes.get(i);
            List<MetricQuery> parts = new ArrayList<>();
            String expression = recipe.expression();
            boolean whole = true;
            for (Map.Entry<String, Part> part : recipe.parts().entrySet()) {
                List<String> ids = new ArrayList<>();
                for (MetricName metric : named(part.getValue(), known)) {
                    String id = ID + i + "_" + part.getKey() + ids.size();
                    ids.add(id);
                    parts.add(new MetricQuery.Metric(id, "", true, metric.namespace(), metric.metric(),
                            metric.dimensions(), part.getValue().statistic(), PERIOD));
                }
                whole &= !ids.isEmpty();
                expression = expression.replace("{" + part.getKey() + "}", "[" + String.join(", ", ids) + "]");
            }
            if (whole) {
                all.addAll(parts);
                all.add(new MetricQuery.Expression(ID + i, recipe.measure().name(), false, expression, PERIOD));
            }
        }
        return all;
    }

    private List<MetricName> named(Part part, Map<List<String>, List<MetricName>> known) throws SourceException {
        List<String> key = List.of(part.namespace(), part.metric());
        List<MetricName> all = known.get(key);
        if (all == null) {
            all = source.metrics(part.namespace(), part.metric(), Map.of());
            known.put(key, all);
        }
        Set<String> dimensions = new HashSet<>(part.dimensions());
        return all.stream()
                .filter(metric -> metric.dimensions().keySet().equals(dimensions))
                .filter(metric -> isOurs(metric.dimensions().getOrDefault(part.dimensions().getFirst(), ""), part))
                .limit(MOST)
                .toList();
    }

    private boolean isOurs(String name, Part part) {
        return name.contains(stack) && part.name().matcher(name).matches();
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public void close() {
        source.close();
    }
}
