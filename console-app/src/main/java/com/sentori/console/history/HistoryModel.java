package com.sentori.console.history;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.live.ReportModel;
import com.sentori.console.reports.Form;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Past runs, read a page at a time, and the report of one. FX thread. */
public final class HistoryModel {
    private static final int PAGE = 50;

    private final ConnectionsModel connections;
    private final LiveModel live;
    private final SeriesStore store;
    private final Actions actions;
    private final Texts texts;
    private final ReportModel reports;
    private final Desk desk;
    private final Wording wording;
    private final ObservableList<BackendRun> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable BackendRun> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private NewestFirst source = new NewestFirst(List.of(), List::of);

    /** Over these backends. */
    public HistoryModel(ConnectionsModel connections, LiveModel live, SeriesStore store, Actions actions, Texts texts,
            Figures figures, ReportModel reports, Desk desk) {
        this.connections = connections;
        this.live = live;
        this.store = store;
        this.actions = actions;
        this.texts = texts;
        this.reports = reports;
        this.desk = desk;
        this.wording = new Wording(texts, figures);
    }

    /** Reads the newest runs again. */
    public void reload() {
        List<BackendClient> backends = connections.items().stream().map(item -> item.connection().client()).toList();
        NewestFirst fresh = new NewestFirst(backends, store::seen);
        source = fresh;
        load(fresh, true);
    }

    /** Reads older ones. */
    public void loadMore() {
        load(source, false);
    }

    /** The runs read so far, newest first. */
    public ObservableList<BackendRun> runs() {
        return runs;
    }

    /** The run that the actions are about; null without one. */
    public ObjectProperty<@Nullable BackendRun> selectedProperty() {
        return selected;
    }

    /** Whether older runs may be there. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Whether runs are being read. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** The reports that are written. */
    ReportModel reports() {
        return reports;
    }

    /** Shows the selected run's readings. */
    public void open() {
        BackendRun run = selected.get();
        if (run != null) {
            live.open(run.withTwin(runs));
            desk.go(Place.LIVE);
        }
    }

    /** Writes the report of the selected run into a folder. */
    public void report(Set<Form> forms, Path folder) {
        BackendRun run = selected.get();
        if (run != null) {
            reports.write(run, forms, folder);
        }
    }

    private void load(NewestFirst from, boolean fresh) {
        loading.set(true);
        actions.run(() -> from.next(PAGE), rows -> show(from, rows, fresh), fault -> {
            loading.set(false);
            desk.complain(() -> wording.fault(fault));
        });
    }

    private void show(NewestFirst from, List<BackendRun> rows, boolean fresh) {
        if (from != source) {
            return;
        }
        loading.set(false);
        BackendRun kept = selected.get();
        if (fresh) {
            runs.setAll(rows);
            selected.set(kept == null ? null : rows.stream().filter(kept::isSame).findFirst().orElse(null));
        } else {
            runs.addAll(rows);
        }
        more.set(from.hasMore());
        from.faults()
                .stream()
                .findFirst()
                .ifPresent(
                        fault -> desk
                                .complain(() -> rows.stream().anyMatch(row -> row.backendName().equals(fault.backend()))
                                        ? texts.get("history.seen", fault.backend())
                                        : wording.fault(fault)));
    }
}
