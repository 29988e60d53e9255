package com.sentori.console.cloud;

import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.PrometheusSource;
import com.sentori.console.sources.SourceException;
import com.sentori.console.sources.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Prometheus has of the ecs backend.
 *
 * @param address as people know it
 */
record PrometheusWatching(PrometheusSource source, String address) implements Watching {
    private static final Duration STEP = Duration.ofSeconds(15);

    @Override
    public Health ask(Instant now) throws SourceException {
        List<Course> courses = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        Span span = Span.before(now, LOOKS_BACK, STEP).aligned();
        Instant at = now;
        @Nullable
        Instant complete = null;
        for (Recipes.Expression recipe : Recipes.PROMETHEUS) {
            Frame frame = source.range(recipe.measure().name(), recipe.expression(), span);
            at = frame.at();
            complete = frame.completeUntil();
            notes.addAll(frame.notes());
            for (Line line : frame.lines().stream().limit(1).toList()) {
                courses.add(Course.of(recipe.measure(), frame, line, STEP));
            }
        }
        return new Health(courses, complete, at, "Prometheus " + address, List.copyOf(notes));
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void close() {
        // Its connections are those of the backends.
    }
}
