package com.sentori.console.app;

import com.sentori.console.backends.Connection;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.StandingBadge;
import com.sentori.console.connections.Wording;
import com.sentori.console.stage.Built;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** The always visible state of one connection. */
final class Chip extends HBox {
    private final BackendItem item;
    private final Wording wording;
    private final StandingBadge badge;
    private final Label latency = new Label();
    private final Label quota = new Label();
    private final List<Node> parts;
    private final Subscription subscription;

    Chip(BackendItem item, Wording wording) {
        this.item = item;
        this.wording = wording;
        this.badge = new StandingBadge(wording);
        Label name = new Label(item.name());
        name.getStyleClass().add("strong");
        latency.getStyleClass().addAll("muted", "number");
        quota.getStyleClass().addAll("muted", "number");
        getStyleClass().add("chip");
        parts = List.of(name, badge, latency, quota);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        subscription = item.stateProperty().subscribe(this::show);
    }

    private void show(Connection.State state) {
        badge.show(state);
        latency.setText(wording.latency(state));
        quota.setText(wording.quota(state));
        Built.showFilled(this, parts);
        setAccessibleText(String.join(", ", item.name(), badge.getText(), latency.getText(), quota.getText()));
    }

    void release() {
        subscription.unsubscribe();
    }
}
