package com.sentori.console.cloud;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.reports.MonthCost;
import com.sentori.console.sources.CloudWatchSource;
import com.sentori.console.sources.PrometheusSource;
import com.sentori.console.sources.SourceException;
import com.sentori.console.stage.Actions;
import com.sentori.contract.info.Info;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** One backend on the screen: what its cloud says of it, and what its runs of this month have cost. FX thread. */
final class CloudItem implements AutoCloseable {
    private static final Duration COST_HOLDS = Duration.ofMinutes(5);
    /** CloudWatch is paid for by the metric that is asked for. */
    private static final Duration PAUSE_OF_AWS = Duration.ofMinutes(1);
    private static final Duration PAUSE_HERE = Duration.ofSeconds(10);

    private final BackendItem backend;
    private final Path data;
    private final Supplier<OkHttpClient> http;
    private final Actions actions;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private List<Watching> watching = List.of();
    private boolean asking;
    private boolean closed;
    private @Nullable String kind;
    private Instant next = Instant.EPOCH;
    private Instant nextCost = Instant.EPOCH;

    CloudItem(BackendItem backend, Path data, Supplier<OkHttpClient> http, Actions actions, Clock clock) {
        this.backend = backend;
        this.data = data;
        this.http = http;
        this.actions = actions;
        this.clock = clock;
    }

    BackendItem backend() {
        return backend;
    }

    /** Whether anybody said where its figures are. */
    boolean hasTelemetry() {
        return !backend.profile().telemetry().equals(Telemetry.NONE);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks if it is time to. */
    void refresh() {
        Instant now = clock.instant();
        if (hasTelemetry() && !asking && !now.isBefore(next)) {
            ask(now);
        }
        if (backend.isUp() && !now.isBefore(nextCost)) {
            nextCost = now.plus(COST_HOLDS);
            actions.run(() -> MonthCost.soFar(backend.connection().client(), data, clock),
                    cost -> state.set(state.get().with(cost)),
                    fault -> state.set(state.get().withCostFault(fault)));
        }
    }

    /** Asks at the next refresh. */
    void hurry() {
        next = Instant.EPOCH;
        nextCost = Instant.EPOCH;
    }

    private void ask(Instant now) {
        asking = true;
        Info info = backend.state().info();
        String told = info == null ? kind : info.backend();
        boolean other = watching.isEmpty() || !Objects.equals(told, kind);
        kind = told;
        List<Watching> before = watching;
        BackendProfile profile = backend.profile();
        actions.run(() -> {
            if (other) {
                before.forEach(Watching::close);
            }
            List<Watching> sources = other ? open(profile.telemetry(), told) : before;
            return new Asked(sources, answers(sources, now));
        }, asked -> {
            asking = false;
            watching = asked.sources();
            next = clock.instant().plus(asked.pause());
            state.set(state.get().with(asked.answers(), clock.instant()));
            if (closed) {
                close();
            }
        }, fault -> {
            asking = false;
            next = clock.instant().plus(PAUSE_OF_AWS);
            state.set(state.get()
                    .with(List.of(new Answer(String.valueOf(fault.getMessage()), null, null)),
                            clock.instant()));
        });
    }

    private List<Watching> open(Telemetry telemetry, @Nullable String told) {
        List<Watching> sources = new ArrayList<>();
        URI prometheus = telemetry.prometheus();
        if (prometheus != null) {
            sources.add(new PrometheusWatching(new PrometheusSource(prometheus, http, clock), prometheus.toString()));
        }
        Telemetry.CloudWatch place = telemetry.cloudWatch();
        if (place != null) {
            URI endpoint = place.endpoint();
            sources.add(new CloudWatchWatching(new CloudWatchSource(place, clock), Recipes.ofCloudWatch(told),
                    place.stack(), endpoint == null ? place.region() : endpoint.toString(),
                    endpoint == null ? PAUSE_OF_AWS : PAUSE_HERE));
        }
        return sources;
    }

    private static List<Answer> answers(List<Watching> sources, Instant now) {
        List<Answer> answers = new ArrayList<>();
        for (Watching source : sources) {
            try {
                answers.add(new Answer("", source.ask(now), null));
            } catch (SourceException e) {
                answers.add(new Answer("", null, e));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        closed = true;
        List<Watching> open = watching;
        watching = List.of();
        if (!open.isEmpty()) {
            actions.run(() -> {
                open.forEach(Watching::close);
                return open;
            }, _ -> {}, _ -> {});
        }
    }

    private record Asked(List<Watching> sources, List<Answer> answers) {
        Duration pause() {
            return sources.stream().map(Watching::pause).max(Duration::compareTo).orElse(PAUSE_OF_AWS);
        }
    }

    /**
     * Of one source.
     *
     * @param strange what went wrong that should not; empty if nothing did
     */
    record Answer(String strange, @Nullable Health health, @Nullable SourceException fault) {}

    /**
     * What is known.
     *
     * @param health the last words of each source that ever answered, in the order of the sources
     * @param heard when, by this machine's clock; null before the first
     * @param faults of the last time
     * @param cost of the month; null while unknown
     * @param costFault why it is not known; null if nothing went wrong
     */
    record State(List<Health> health, @Nullable Instant heard, List<Answer> faults, @Nullable MonthCost cost,
            @Nullable Exception costFault) {
        static final State NOTHING = new State(List.of(), null, List.of(), null, null);

        /** What was heard last is kept where nothing is heard now. */
        State with(List<Answer> answers, Instant now) {
            List<Health> heard = new ArrayList<>();
            answers.forEach(answer -> {
                if (answer.health() != null) {
                    heard.add(answer.health());
                }
            });
            List<Answer> faults = answers.stream().filter(answer -> answer.health() == null).toList();
            return heard.isEmpty()
                    ? new State(health, this.heard, faults, cost, costFault)
                    : new State(List.copyOf(heard), now, faults, cost, costFault);
        }

        State with(MonthCost now) {
            return new State(health, heard, faults, now, null);
        }

        State withCostFault(Exception fault) {
            return new State(health, heard, faults, cost, fault);
        }

        /** Whether what is shown is from before the last question. */
        boolean isHeld() {
            return !health.isEmpty() && !faults.isEmpty();
        }
    }
}
