package com.sentori.console.start;

import com.sentori.console.backends.Connection;
import com.sentori.console.connections.StandingBadge;
import com.sentori.console.connections.Wording;
import com.sentori.console.stage.Built;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** A backend to choose, with its standing and its quota. */
final class TargetRow extends HBox {
    private final Label quota = new Label();
    private final Label room = new Label();
    private final StandingBadge badge;
    private final Wording wording;
    private final List<Node> parts;
    private final Subscription subscription;

    TargetRow(Target target, Wording wording) {
        this.wording = wording;
        badge = new StandingBadge(wording);
        CheckBox choice = new CheckBox(target.backend().name());
        choice.setId("target-" + target.backend().name());
        choice.selectedProperty().bindBidirectional(target.chosenProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        quota.getStyleClass().add("number");
        room.getStyleClass().add("muted");
        getStyleClass().add("target-row");
        parts = List.of(choice, badge, gap, quota, room);
        ObservableValue<Connection.State> state = target.backend().stateProperty();
        subscription = state.subscribe(this::show);
    }

    private void show(Connection.State state) {
        badge.show(state);
        quota.setText(wording.quota(state));
        room.setText(wording.room(state));
        Built.showFilled(this, parts);
    }

    void release() {
        subscription.unsubscribe();
    }
}
