package com.sentori.console.twins;

import com.sentori.console.stage.Columns;
import com.sentori.console.stage.Texts;
import com.sentori.console.twins.TwinsModel.Row;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The comparison as a table. */
public final class TwinsPane extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private final TwinsModel model;

    /** Of this model. */
    public TwinsPane(TwinsModel model, Texts texts) {
        this.model = model;
        TableView<Row> table = new TableView<>(model.rows());
        Columns columns = new Columns(texts);
        TableColumn<Row, Row> name = columns.text("twins.what", 176, Row::name);
        TableColumn<Row, Row> left = columns.number("twins.what", 100, Row::left);
        TableColumn<Row, Row> right = columns.number("twins.what", 100, Row::right);
        left.setText(model.names().getFirst());
        right.setText(model.names().getLast());
        // All room that is left is the names', also after there was little.
        List.of(left, right).forEach(column -> column.setMaxWidth(column.getPrefWidth()));
        List.of(left, right).forEach(column -> column.setMinWidth(column.getPrefWidth()));
        table.getColumns().setAll(List.of(name, left, right));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setRowFactory(_ -> new Marked());
        table.setAccessibleText(texts.get("twins.title"));
        table.getStyleClass().add("dense");
        VBox.setVgrow(table, Priority.ALWAYS);
        Label title = new Label(texts.get("twins.title"));
        title.getStyleClass().add("section-title");
        Label hint = new Label(texts.get("twins.hint"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("twins");
        getChildren().setAll(title, table, hint);
    }

    /** Takes over how the halves stand now. */
    public void refresh() {
        model.refresh();
    }

    /** A row in which something is wrong looks so, and says so by its figures. */
    private static final class Marked extends TableRow<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(DANGER, row != null && row.bad());
        }
    }
}
