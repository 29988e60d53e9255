package com.sentori.console.overview;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.Connection;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.contract.info.Info;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is running everywhere, and the actions on it. FX thread. */
public final class OverviewModel {
    private final ConnectionsModel connections;
    private final LiveModel live;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Wording wording;
    private final Clock clock;
    private final ObservableList<BackendRun> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable BackendRun> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
    private List<BackendClient> asked = List.of();

    /** Over these backends. */
    public OverviewModel(ConnectionsModel connections, LiveModel live, Actions actions, Texts texts, Figures figures,
            Desk desk, Clock clock) {
        this.connections = connections;
        this.live = live;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.wording = new Wording(texts, figures);
        this.clock = clock;
    }

    /** Takes over what runs now. */
    public void refresh() {
        List<BackendRun> current = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (BackendItem item : connections.items()) {
            Connection.State state = item.state();
            Info info = state.info();
            if (info != null) {
                state.running()
                        .forEach(run -> current.add(new BackendRun(item.connection().client(), run,
                                info.instanceId())));
            }
            if (!item.isUp()) {
                silent.add(item.name());
            }
        }
        current.sort(Comparator.comparing((BackendRun row) -> row.run().startedAt()).reversed());
        if (!current.equals(runs)) {
            BackendRun kept = selected.get();
            runs.setAll(current);
            selected.set(kept == null ? null : current.stream().filter(kept::isSame).findFirst().orElse(null));
        }
        stale.set(silent.isEmpty() ? "" : texts.get("overview.stale", String.join(", ", silent)));
        now.set(clock.instant());
    }

    /** The RUNNING runs of all backends, newest first. */
    public ObservableList<BackendRun> runs() {
        return runs;
    }

    /** The run that the actions are about; null without one. */
    public ObjectProperty<@Nullable BackendRun> selectedProperty() {
        return selected;
    }

    /** The moment of the last refresh. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Which backends are not heard, so that their runs may have ended; empty if all are. */
    public ReadOnlyStringProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** What interrupt-all would hit, as a question; empty while it was not asked for. */
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** How long a run has been going, by its backend's clock. */
    public Duration elapsed(BackendRun row) {
        Duration offset = connections.byName(row.backendName())
                .map(item -> item.state().offset())
                .orElse(Duration.ZERO);
        Duration since = Duration.between(row.run().startedAt(), now.get().plus(offset));
        return since.isNegative() ? Duration.ZERO : since;
    }

    /** How much of its planned length has passed, 0 to 1. */
    public double share(BackendRun row) {
        return Math.min(1, elapsed(row).toMillis() / (row.run().getDuration() * 1000.0));
    }

    /** Shows the selected run live. */
    public void open() {
        BackendRun row = selected.get();
        if (row != null) {
            live.open(row.withTwin(runs));
            desk.go(Place.LIVE);
        }
    }

    /** Ends the selected run. */
    public void finish() {
        BackendRun row = selected.get();
        if (row != null) {
            actions.run(() -> row.backend().finish(row.run().id(), "INTERRUPTED", null),
                    _ -> desk.say(() -> texts.get("overview.finished", row.shortId(), row.backendName())),
                    this::failed);
        }
    }

    /** Asks whether all runs shall be interrupted. */
    public void interruptAll() {
        if (runs.isEmpty()) {
            return;
        }
        Map<BackendClient, Map<String, Integer>> hit = new LinkedHashMap<>();
        runs.forEach(row -> hit.computeIfAbsent(row.backend(), _ -> new TreeMap<>())
                .merge(row.run().username(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        hit.forEach((backend, users) -> users.forEach((user, count) -> parts
                .add(texts.get("overview.interrupt.part", count, user, backend.profile().name()))));
        asked = List.copyOf(hit.keySet());
        question.set(texts.get("overview.interrupt.question", runs.size(), String.join(", ", parts)));
    }

    /** Interrupts them. */
    public void confirm() {
        List<BackendClient> backends = asked;
        decline();
        for (BackendClient backend : backends) {
            actions.run(backend::interruptAll,
                    done -> desk.say(() -> texts.get("overview.interrupted", done.interrupted(),
                            backend.profile().name())),
                    this::failed);
        }
    }

    /** Leaves them running. */
    public void decline() {
        asked = List.of();
        question.set("");
    }

    /** Shows the start form. */
    public void goToStart() {
        desk.go(Place.START);
    }

    /** Says that a run's id was copied. */
    public void copied(Run run) {
        desk.say(() -> texts.get("overview.copied", run.id()));
    }

    private void failed(Exception fault) {
        desk.complain(() -> wording.fault(fault));
    }
}
