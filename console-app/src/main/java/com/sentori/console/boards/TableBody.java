package com.sentori.console.boards;

import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Content.Cell;
import com.sentori.console.dashboards.Content.Column;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.stage.Texts;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Rows. The place in the table and its order stay when there are new ones. */
final class TableBody implements PanelPane.Body {
    private static final double LETTER = 8;
    private static final double LEAST = 72;
    private static final double MOST = 320;

    private final TableView<List<Cell>> table = new TableView<>();
    private List<Column> columns = List.of();

    TableBody(Texts texts) {
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(texts.get("boards.nothing")));
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public boolean takes(Content content) {
        return content instanceof Content.Table;
    }

    @Override
    public void show(Shown now, boolean old) {
        if (!(now.content() instanceof Content.Table content)) {
            return;
        }
        table.setAccessibleText(now.panel().title());
        if (!content.columns().equals(columns)) {
            columns = content.columns();
            table.getColumns().clear();
            for (int i = 0; i < columns.size(); i++) {
                table.getColumns().add(column(columns.get(i), i, content.rows()));
            }
        }
        int chosen = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(content.rows());
        table.sort();
        table.getSelectionModel().select(chosen);
    }

    private static TableColumn<List<Cell>, Cell> column(Column column, int place, List<List<Cell>> rows) {
        TableColumn<List<Cell>, Cell> shown = new TableColumn<>(column.name());
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(place)));
        shown.setCellFactory(_ -> new ToneCell());
        shown.setComparator(column.number()
                ? Comparator.comparingDouble(Cell::value)
                : Comparator.comparing(Cell::text));
        if (column.number()) {
            shown.getStyleClass().add("number-column");
        }
        int longest = rows.stream().limit(100).mapToInt(row -> row.get(place).text().length()).max().orElse(0);
        shown.setPrefWidth(Math.clamp(Math.max(longest, column.name().length() + 2) * LETTER + 16, LEAST, MOST));
        return shown;
    }

    private static final class ToneCell extends TableCell<List<Cell>, Cell> {
        private String style = "";

        @Override
        protected void updateItem(@Nullable Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty || cell == null ? "" : cell.text());
            getStyleClass().remove(style);
            style = empty || cell == null ? "" : Tones.style(cell.tone());
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }
    }
}
