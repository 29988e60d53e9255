package com.sentori.console.connections;

import javafx.scene.control.ListCell;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A backend in the list: name and address, and how it stands. */
final class BackendCell extends ListCell<BackendItem> {
    private final StandingBadge badge;
    private final Label name = new Label();
    private final Label address = new Label();
    private final VBox box;
    private Subscription subscription = Subscription.EMPTY;

    BackendCell(Wording wording) {
        badge = new StandingBadge(wording);
        name.getStyleClass().add("strong");
        address.getStyleClass().add("muted");
        box = new VBox(name, address, badge);
        box.getStyleClass().add("backend-cell");
    }

    @Override
    protected void updateItem(@Nullable BackendItem item, boolean empty) {
        super.updateItem(item, empty);
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
        } else {
            name.setText(item.name());
            address.setText(item.profile().url().toString());
            subscription = item.stateProperty().subscribe(badge::show);
            setGraphic(box);
        }
    }
}
