package com.sentori.console.live;

import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.reports.Form;
import com.sentori.console.reports.Report;
import com.sentori.console.reports.Reports;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Writes reports, one at a time, away from the FX thread, and says how far it is. FX thread. */
public final class ReportModel {
    private final ConnectionsModel connections;
    private final LiveModel live;
    private final Path data;
    private final Actions actions;
    private final Texts texts;
    private final Figures figures;
    private final Desk desk;
    private final Clock clock;
    private final Wording wording;
    private final ReadOnlyStringWrapper writing = new ReadOnlyStringWrapper("");
    private final AtomicReference<@Nullable Thread> writer = new AtomicReference<>();
    private final AtomicLong read = new AtomicLong();
    private @Nullable BackendRun reported;

    /**
     * Of the runs of these backends.
     *
     * @param live knows what was noted at their charts
     * @param data the folder of the journal, of what was driven and perhaps of a price file
     */
    public ReportModel(ConnectionsModel connections, LiveModel live, Path data, Actions actions, Texts texts,
            Figures figures, Desk desk, Clock clock) {
        this.connections = connections;
        this.live = live;
        this.data = data;
        this.actions = actions;
        this.texts = texts;
        this.figures = figures;
        this.desk = desk;
        this.clock = clock;
        this.wording = new Wording(texts, figures);
    }

    /** How far a report is; empty while none is written. */
    public ReadOnlyStringProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** Says how far it is. */
    public void refresh() {
        BackendRun run = reported;
        if (run != null) {
            writing.set(texts.get("report.writing", run.shortId(), run.backendName(), figures.count(read.get())));
        }
    }

    /** Writes the report of a run, with the other half of a twin run, into a folder. */
    public void write(BackendRun run, Set<Form> forms, Path folder) {
        if (reported != null) {
            return;
        }
        reported = run;
        read.set(0);
        refresh();
        Reports reports = new Reports(connections.items().stream().map(item -> item.connection().client()).toList(),
                data, new Texts(texts.locale()), ZoneId.systemDefault(), clock);
        List<Report.Mark> marks = live.notes(run.run().id())
                .stream()
                .map(note -> new Report.Mark(Instant.ofEpochMilli(note.time()), note.text()))
                .toList();
        actions.run(() -> {
            writer.set(Thread.currentThread());
            try {
                return reports.write(new Reports.Wanted(run.run().id(), null, marks), forms, folder, read::set);
            } finally {
                writer.set(null);
            }
        }, written -> {
            over();
            desk.praise(() -> texts.get("report.written", written.files().size(), folder));
        }, fault -> {
            over();
            switch (fault) {
                case InterruptedIOException _ -> desk.say(() -> texts.get("report.cancelled"));
                case IOException _ -> desk.complain(() -> texts.get("report.unwritable", folder));
                case IllegalArgumentException e -> desk.complain(() -> String.valueOf(e.getMessage()));
                default -> desk.complain(() -> wording.fault(fault));
            }
        });
    }

    /** Ends it; no file is left. */
    public void cancel() {
        Thread thread = writer.get();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void over() {
        reported = null;
        writing.set("");
    }
}
