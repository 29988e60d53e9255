package com.sentori.console.palette;

import com.sentori.console.stage.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A command in the palette: what it does, where, and its shortcut. */
final class CommandCell extends ListCell<Command> {
    private final Texts texts;
    private final Label name = new Label();
    private final Label where = new Label();
    private final Label keys = new Label();
    private final HBox box;

    CommandCell(Texts texts) {
        this.texts = texts;
        where.getStyleClass().add("muted");
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new HBox(name, where, gap, keys);
        box.getStyleClass().add("command-cell");
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(command.name(texts));
        where.setText(command.scope().name(texts));
        keys.setText(command.shortcut(texts));
        keys.setVisible(!command.keys().isEmpty());
        setAccessibleText(String.join(", ", name.getText(), where.getText(), keys.getText()));
        setGraphic(box);
    }
}
