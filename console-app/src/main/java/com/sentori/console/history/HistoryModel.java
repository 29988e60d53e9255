package com.sentori.console.history;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.live.ReportModel;
import com.sentori.console.live.RunWording;
import com.sentori.console.reports.Form;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** Past runs, read a page at a time, and the report of one. FX thread. */
public final class HistoryModel {
    private static final int PAGE = 50;

    private final ConnectionsModel connections;
    private final LiveModel live;
    private final SeriesStore store;
    private final Actions actions;
    private final Texts texts;
    private final Figures figures;
    private final ReportModel reports;
    private final Desk desk;
    private final Wording wording;
    private final ObservableList<BackendRun> runs = FXCollections.observableArrayList();
    private final FilteredList<BackendRun> found = new FilteredList<>(runs);
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final Notes notes;
    private final RunWording runWording;
    private final Consumer<BackendRun> again;
    private final ObjectProperty<@Nullable BackendRun> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private NewestFirst source = new NewestFirst(List.of(), List::of);

    /**
     * Over these backends.
     *
     * @param folder where notes on runs are kept; null for nowhere
     * @param again runs a run again with the same parameters
     */
    public HistoryModel(ConnectionsModel connections, LiveModel live, SeriesStore store, @Nullable Path folder,
            Consumer<BackendRun> again, ReportModel reports, Actions actions, Texts texts, Figures figures, Desk desk) {
        this.connections = connections;
        this.live = live;
        this.store = store;
        this.actions = actions;
        this.texts = texts;
        this.figures = figures;
        this.reports = reports;
        this.desk = desk;
        this.wording = new Wording(texts, figures);
        this.runWording = new RunWording(texts);
        this.again = again;
        this.notes = new Notes(folder);
        search.subscribe(this::find);
        selected.subscribe(run -> note.set(run == null ? "" : notes.of(run)));
        actions.run(notes::read, _ -> find(), _ -> desk.complain(() -> texts.get("history.notes.damaged")));
    }

    /** What a run's line must hold to be listed: every word, in whichever column or in its note. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The runs that were found, newest first. */
    public ObservableList<BackendRun> found() {
        return found;
    }

    private void find() {
        List<String> words = List.of(search.get().strip().toLowerCase(texts.locale()).split("\\s+"));
        found.setPredicate(run -> {
            String line = line(run).toLowerCase(texts.locale());
            return words.stream().allMatch(line::contains);
        });
    }

    private String line(BackendRun row) {
        return String.join(" ", row.backendName(), row.run().id(), row.run().username(),
                figures.moment(row.run().startedAt()), texts.of("status", row.run().status()),
                runWording.reason(row.run()), row.run().meta().members().path("scenario").asString(""),
                notes.of(row));
    }

    /** What is noted on the selected run, as typed. */
    public StringProperty noteProperty() {
        return note;
    }

    /** What was noted on a run; empty without. */
    public String noteOf(BackendRun run) {
        return notes.of(run);
    }

    /** Keeps what is typed as the note on the selected run. */
    public void keepNote() {
        BackendRun run = selected.get();
        if (run != null && !notes.of(run).equals(note.get().strip())) {
            notes.put(run, note.get());
            note.set(notes.of(run));
            find();
            actions.run(notes::write, _ -> desk.say(() -> texts.get("history.note.kept", run.shortId())),
                    _ -> desk.complain(() -> texts.get("history.notes.unkept")));
        }
    }

    /** Fills the start form with the parameters of the selected run. */
    public void again() {
        BackendRun run = selected.get();
        if (run != null) {
            again.accept(run);
        }
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
        if (!from.faults().isEmpty()) {
            desk.complain(() -> silent(from.faults(), rows));
        }
    }

    /** Who does not answer: all of those of whom something was seen here in one sentence, the others each in its own. */
    private String silent(List<BackendException> faults, List<BackendRun> rows) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> sentences = new LinkedHashSet<>();
        for (BackendException fault : faults) {
            if (rows.stream().anyMatch(row -> row.backendName().equals(fault.backend()))) {
                seen.add(fault.backend());
            } else {
                sentences.add(wording.fault(fault));
            }
        }
        if (!seen.isEmpty()) {
            sentences.add(texts.get("history.seen", String.join(", ", seen)));
        }
        return String.join(" ", sentences);
    }
}
