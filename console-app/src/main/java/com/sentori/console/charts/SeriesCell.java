package com.sentori.console.charts;

import javafx.scene.control.TableCell;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** The name of a line, with its colour; hollow if it is hidden. */
final class SeriesCell extends TableCell<SeriesRow, String> {
    private final LiveChart chart;
    private final Circle swatch = new Circle(4);

    SeriesCell(LiveChart chart) {
        this.chart = chart;
        swatch.getStyleClass().add("chart-swatch");
    }

    @Override
    protected void updateItem(@Nullable String text, boolean none) {
        super.updateItem(text, none);
        SeriesRow row = none ? null : getTableRow().getItem();
        setText(row == null ? null : text);
        setGraphic(row == null ? null : swatch);
        if (row != null) {
            var colour = chart.colourOf(row.line().colour());
            swatch.setStroke(colour);
            swatch.setFill(chart.link().hidden().contains(row.line().id()) ? null : colour);
        }
    }
}
