package com.sentori.console.stage;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Makes the columns of tables: texts to the left, numbers to the right. FX thread. */
public final class Columns {
    private static final double LEAST = 72;

    private final Texts texts;

    /** With headings from these texts. */
    public Columns(Texts texts) {
        this.texts = texts;
    }

    /** Gives a table its columns: the last takes what room is left, or gives way; where the others have not all theirs, the table scrolls. */
    public static <T> void fill(TableView<T> table, List<TableColumn<T, T>> columns) {
        columns.forEach(column -> column.setMinWidth(column.getPrefWidth()));
        columns.getLast().setMinWidth(LEAST);
        table.getColumns().setAll(columns);
        table.setColumnResizePolicy(
                features -> (columns.stream().mapToDouble(TableColumn::getMinWidth).sum() <= features.getContentWidth()
                        ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                        : TableView.UNCONSTRAINED_RESIZE_POLICY).call(features));
    }

    /** Keeps a table's selected row and a property the same, until the subscription ends. */
    public static <T> Subscription select(TableView<T> table, ObjectProperty<@Nullable T> selected) {
        TableView.TableViewSelectionModel<T> rows = table.getSelectionModel();
        return Subscription.combine(selected.subscribe(row -> {
            if (row == null) {
                rows.clearSelection();
            } else {
                rows.select(row);
            }
        }), rows.selectedItemProperty().subscribe(row -> selected.set(row)));
    }

    /** A column of texts. */
    public <T> TableColumn<T, T> text(String key, double width, Function<T, String> text) {
        return column(key, width, List.of(), row -> new Shown(text.apply(row), null));
    }

    /** A column of numbers. */
    public <T> TableColumn<T, T> number(String key, double width, Function<T, String> text) {
        return column(key, width, List.of("number-column"), row -> new Shown(text.apply(row), null));
    }

    /** A column of cells with a node before, or instead of, the text. */
    public <T> TableColumn<T, T> shown(String key, double width, Function<T, Shown> shown) {
        return column(key, width, List.of(), shown);
    }

    private <T> TableColumn<T, T> column(String key, double width, List<String> styles, Function<T, Shown> shown) {
        TableColumn<T, T> column = new TableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().addAll(styles);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell<>(shown));
        return column;
    }

    /**
     * What a cell shows.
     *
     * @param text the text
     * @param node before it; null without
     */
    public record Shown(String text, @Nullable Node node) {}

    private static final class Cell<T> extends TableCell<T, T> {
        private final Function<T, Shown> shown;

        Cell(Function<T, Shown> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            Shown now = empty || row == null ? new Shown("", null) : shown.apply(row);
            setText(now.text());
            setGraphic(now.node());
        }
    }
}
