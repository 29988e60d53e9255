package com.sentori.console.charts;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The field in which a note is written, at the place that it is about. Enter keeps it, Escape does not. FX thread. */
final class Notepad {
    private static final double WIDTH = 18;

    private final LiveChart chart;
    private final TextField field = new TextField();
    private Consumer<String> written = _ -> {};

    Notepad(LiveChart chart) {
        this.chart = chart;
        field.setManaged(false);
        field.setVisible(false);
        field.getStyleClass().add("chart-notepad");
        field.setPromptText(chart.texts().get("note"));
        field.setAccessibleText(chart.texts().get("note"));
        // Before the field itself, which would hand Enter on to the chart.
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                keep();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        // What is typed here is no action of the chart.
        field.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                field.setVisible(false);
            }
        });
    }

    TextField node() {
        return field;
    }

    void open(long time, String text, Consumer<String> takes) {
        Drawn shown = chart.shown();
        if (shown == null) {
            return;
        }
        Geometry place = chart.geometry();
        written = takes;
        field.setText(text);
        double width = WIDTH * place.em();
        double x = Math.clamp(place.x(shown.frame(), time), place.left(),
                Math.max(place.left(), place.right() - width));
        field.resizeRelocate(Math.floor(x), Math.floor(place.top() + 1.6 * place.em()), width, field.prefHeight(-1));
        field.setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void keep() {
        String text = field.getText().strip();
        if (!text.isEmpty()) {
            written.accept(text);
        }
        close();
    }

    private void close() {
        field.setVisible(false);
        chart.requestFocus();
    }
}
