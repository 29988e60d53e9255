package com.sentori.console.palette;

import com.sentori.console.stage.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the shortcuts of every screen. */
public final class ShortcutsView {
    private static final int COLUMNS = 3;

    private final PaletteModel model;
    private final Texts texts;

    @FXML
    private HBox scopes;
    @FXML
    private Button close;

    /** Of this model. */
    public ShortcutsView(PaletteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        int[] rows = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox();
            column.getStyleClass().add("shortcut-column");
            scopes.getChildren().add(column);
        }
        // What counts everywhere comes first, then the longest, so that the columns come out alike.
        model.commands()
                .scopes()
                .sorted(Comparator.comparing((Scope scope) -> !scope.equals(Scope.EVERYWHERE))
                        .thenComparing(Comparator.comparingLong(this::length).reversed()))
                .forEach(scope -> {
                    List<Command> known = model.commands()
                            .all()
                            .stream()
                            .filter(command -> command.scope().equals(scope) && !command.keys().isEmpty())
                            .toList();
                    if (!known.isEmpty()) {
                        int shortest = IntStream.range(0, COLUMNS)
                                .boxed()
                                .min(Comparator.comparingInt(i -> rows[i]))
                                .orElse(0);
                        rows[shortest] += known.size() + 2;
                        ((VBox) scopes.getChildren().get(shortest)).getChildren().add(block(scope, known));
                    }
                });
        Platform.runLater(close::requestFocus);
    }

    private long length(Scope scope) {
        return model.commands().all().stream().filter(command -> command.scope().equals(scope)).count();
    }

    private VBox block(Scope scope, List<Command> known) {
        Label title = new Label(scope.name(texts));
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        for (Command command : known) {
            Label keys = new Label(command.shortcut(texts));
            keys.getStyleClass().add("keys");
            Label name = new Label(command.name(texts));
            List.of(keys, name).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
            grid.addRow(grid.getRowCount(), keys, name);
        }
        VBox block = new VBox(title, grid);
        block.getStyleClass().add("shortcut-block");
        return block;
    }

    @FXML
    private void leave() {
        model.close();
    }
}
