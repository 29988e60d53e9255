package com.sentori.console.cloud;

import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import okhttp3.OkHttpClient;

/** How all backends stand by their cloud's own figures. Asks only while its screen is shown. FX thread. */
public final class CloudModel implements AutoCloseable {
    private final ConnectionsModel connections;
    private final Supplier<OkHttpClient> http;
    private final Path data;
    private final Actions actions;
    private final Desk desk;
    private final Clock clock;
    private final ObservableList<CloudItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);

    /**
     * Over these backends.
     *
     * @param http knows the way to what is asked
     * @param data where runs and prices are kept
     */
    public CloudModel(ConnectionsModel connections, Supplier<OkHttpClient> http, Path data, Actions actions, Desk desk,
            Clock clock) {
        this.connections = connections;
        this.http = http;
        this.data = data;
        this.actions = actions;
        this.desk = desk;
        this.clock = clock;
    }

    /** Takes over which backends there are, and asks those whose time has come. */
    public void refresh() {
        List<BackendItem> backends = List.copyOf(connections.items());
        if (!backends.equals(items.stream().map(CloudItem::backend).toList())) {
            List<CloudItem> gone = items.stream().filter(item -> !backends.contains(item.backend())).toList();
            items.setAll(backends.stream().map(this::item).toList());
            gone.forEach(CloudItem::close);
        }
        if (desk.placeProperty().get() == Place.CLOUD) {
            items.forEach(CloudItem::refresh);
            now.set(clock.instant());
        }
    }

    private CloudItem item(BackendItem backend) {
        return items.stream()
                .filter(item -> item.backend() == backend)
                .findFirst()
                .orElseGet(() -> new CloudItem(backend, data, http, actions, clock));
    }

    /** Asks all of them now. */
    public void ask() {
        items.forEach(CloudItem::hurry);
        refresh();
    }

    /** Shows the backends, where it is said where their figures are. */
    void goToBackends() {
        desk.go(Place.BACKENDS);
    }

    ObservableList<CloudItem> items() {
        return items;
    }

    /** The moment of the last refresh. */
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        items.forEach(CloudItem::close);
    }
}
