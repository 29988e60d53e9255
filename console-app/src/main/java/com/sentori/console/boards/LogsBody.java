package com.sentori.console.boards;

import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Content.Entry;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.stage.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Entries of logs, and the fields of the one that is chosen below them. What is chosen stays when there are new ones; Ctrl+C copies it, Escape chooses
 * none.
 */
final class LogsBody implements PanelPane.Body {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    /** Of the panel's height. */
    private static final double MOST = 0.45;

    private final ListView<Entry> list = new ListView<>();
    private final GridPane fields = new GridPane();
    private final ScrollPane details = new ScrollPane(fields);
    private final VBox box = new VBox(list, details);
    private boolean times;
    private boolean wrapped;
    private boolean detailed;

    LogsBody(Texts texts) {
        list.getStyleClass().addAll("log-list", "dense");
        list.setPlaceholder(new Label(texts.get("boards.nothing")));
        list.setCellFactory(_ -> new LogCell(() -> times, () -> wrapped));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        // It takes what the fields leave, not the other way round.
        list.setPrefHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        fields.getStyleClass().add("log-fields");
        details.getStyleClass().addAll("plain-scroll", "log-details");
        details.setFitToWidth(true);
        details.setAccessibleText(texts.get("boards.fields"));
        details.maxHeightProperty().bind(box.heightProperty().multiply(MOST));
        details.setMinHeight(0);
        details.managedProperty().bind(details.visibleProperty());
        details.setVisible(false);
        box.getStyleClass().add("log-panel");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean takes(Content content) {
        return content instanceof Content.Logs;
    }

    @Override
    public void show(Shown now, boolean old) {
        if (!(now.content() instanceof Content.Logs content)) {
            return;
        }
        list.setAccessibleText(now.panel().title());
        times = content.times();
        wrapped = content.wrapped();
        detailed = content.details();
        if (!list.getItems().equals(content.entries())) {
            Entry chosen = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(content.entries());
            if (chosen != null && content.entries().contains(chosen)) {
                list.getSelectionModel().select(chosen);
            } else {
                list.getSelectionModel().clearSelection();
            }
        }
    }

    private void choose(@Nullable Entry entry) {
        fields.getChildren().clear();
        details.setVisible(detailed && entry != null && !entry.fields().isEmpty());
        if (entry == null || !detailed) {
            return;
        }
        entry.fields().forEach((name, value) -> {
            Label key = new Label(name);
            key.getStyleClass().add("log-field");
            key.setMinWidth(GridPane.USE_PREF_SIZE);
            Label text = new Label(value);
            text.setWrapText(true);
            GridPane.setHgrow(text, Priority.ALWAYS);
            fields.addRow(fields.getRowCount(), key, text);
        });
        details.setVvalue(0);
    }

    private void press(KeyEvent pressed) {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && COPY.match(pressed)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(written(chosen));
            Clipboard.getSystemClipboard().setContent(content);
            pressed.consume();
        } else if (chosen != null && pressed.getCode() == KeyCode.ESCAPE) {
            list.getSelectionModel().clearSelection();
            pressed.consume();
        }
    }

    private static String written(Entry entry) {
        Stream<String> named = entry.fields().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        return Stream.concat(Stream.of(entry.time()), named)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
