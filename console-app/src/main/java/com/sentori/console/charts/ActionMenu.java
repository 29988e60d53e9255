package com.sentori.console.charts;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a chart: every action with its key. FX thread. */
final class ActionMenu {
    private final LiveChart chart;
    private final Deeds deeds;
    private final ContextMenu menu = new ContextMenu();

    ActionMenu(LiveChart chart, Deeds deeds) {
        this.chart = chart;
        this.deeds = deeds;
    }

    void show(ContextMenuEvent event) {
        menu.getItems().clear();
        for (ChartAction action : ChartAction.values()) {
            switch (action) {
                case ZOOM_IN, FIT, LOGARITHM, CURSOR_A, ANNOTATE, TABLE -> menu.getItems().add(new SeparatorMenuItem());
                default -> {
                }
            }
            MenuItem item = new MenuItem(action.text(chart.texts()));
            // Shown beside it; the chart itself listens to its keys.
            item.setAccelerator(action.shortcut());
            item.setDisable(!deeds.isEnabled(action));
            item.setOnAction(_ -> deeds.run(action));
            menu.getItems().add(item);
        }
        menu.show(chart, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    void hide() {
        menu.hide();
    }
}
