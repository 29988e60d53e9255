package com.sentori.console.connections;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Connection;
import com.sentori.contract.info.Info;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One backend as screens show it: its profile, and how its connection stands. FX thread. */
public final class BackendItem {
    private final Connection connection;
    private final ReadOnlyObjectWrapper<Connection.State> state;

    BackendItem(Connection connection) {
        this.connection = connection;
        this.state = new ReadOnlyObjectWrapper<>(connection.state());
    }

    void refresh() {
        state.set(connection.state());
    }

    /** Name and address. */
    public BackendProfile profile() {
        return connection.client().profile();
    }

    /** Its short name. */
    public String name() {
        return profile().name();
    }

    /** The connection. */
    public Connection connection() {
        return connection;
    }

    /** How it stands, as of the last refresh. */
    public ReadOnlyObjectProperty<Connection.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How it stands. */
    public Connection.State state() {
        return state.get();
    }

    /** Whether calls may be expected to succeed. */
    public boolean isUp() {
        return state().health().isUp();
    }

    /** How many more runs may start; 0 while unknown. */
    public int available() {
        Info info = state().info();
        return info == null ? 0 : Math.max(0, info.limits().maxRunning() - state().running().size());
    }
}
