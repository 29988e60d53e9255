package com.sentori.console.app;

import com.sentori.console.journal.Journal;
import com.sentori.console.journal.Journal.Standing;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What the store of readings takes of memory and disk, and what is wrong with its journal. FX thread. */
final class RoomModel {
    private final SeriesStore store;
    private final @Nullable Path folder;
    private final Texts texts;
    private final Figures figures;
    private final Desk desk;
    private final ReadOnlyStringWrapper used = new ReadOnlyStringWrapper("");
    private Standing said = Standing.OFF;

    /**
     * Of this store.
     *
     * @param folder of its journal; null without one
     */
    RoomModel(SeriesStore store, @Nullable Path folder, Texts texts, Figures figures, Desk desk) {
        this.store = store;
        this.folder = folder;
        this.texts = texts;
        this.figures = figures;
        this.desk = desk;
    }

    ReadOnlyStringProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    void refresh() {
        Journal.State journal = store.journalState();
        String memory = texts.get("store.use", mebibytes(store.bytes()), mebibytes(store.limit()));
        used.set(journal.file() == null
                ? memory
                : memory + " · " + texts.get("store.disk", mebibytes(journal.bytes()), mebibytes(journal.limit())));
        if (journal.standing() != said) {
            said = journal.standing();
            if (said != Standing.OPEN && said != Standing.OFF) {
                Standing now = said;
                desk.complain(() -> texts.get("journal." + now, String.valueOf(folder)));
            }
        }
    }

    private String mebibytes(long bytes) {
        return figures.count((bytes + (1 << 20) - 1) >> 20);
    }
}
