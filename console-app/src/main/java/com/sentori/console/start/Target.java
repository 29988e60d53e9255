package com.sentori.console.start;

import com.sentori.console.connections.BackendItem;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A backend on which a run may be started, and whether it is chosen. FX thread. */
public final class Target {
    private final BackendItem backend;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    Target(BackendItem backend, boolean chosen) {
        this.backend = backend;
        this.chosen.set(chosen);
    }

    /** The backend. */
    public BackendItem backend() {
        return backend;
    }

    /** Whether the run goes there. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }

    boolean isChosen() {
        return chosen.get();
    }
}
