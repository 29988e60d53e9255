package com.sentori.console.boards;

import com.sentori.console.dashboards.Content.Entry;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An entry in a line, or in as many as its message takes. */
final class LogCell extends ListCell<Entry> {
    private final BooleanSupplier times;
    private final BooleanSupplier wrapped;
    private final Label time = new Label();
    private final Label level = new Label();
    private final Label message = new Label();
    private final HBox line = new HBox(time, level, message);

    /** Asks anew whether times are to be seen and messages are wrapped. */
    LogCell(BooleanSupplier times, BooleanSupplier wrapped) {
        this.times = times;
        this.wrapped = wrapped;
        // As wide as the list, so that what is too long is wrapped or cut.
        setPrefWidth(0);
        time.getStyleClass().add("log-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        level.setMinWidth(Region.USE_PREF_SIZE);
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("log-line");
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        show(time, times.getAsBoolean() ? entry.time() : "");
        show(level, entry.level());
        level.getStyleClass().setAll("label", "log-level", Tones.style(entry.tone()));
        String icon = Tones.icon(entry.tone());
        level.setGraphic(icon.isEmpty() ? null : new FontIcon(icon));
        message.setText(wrapped.getAsBoolean() ? entry.message() : entry.message().lines().findFirst().orElse(""));
        message.setWrapText(wrapped.getAsBoolean());
        setGraphic(line);
        setAccessibleText(Stream.of(entry.time(), entry.level(), entry.message())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
