package com.sentori.console.boards;

import com.sentori.console.dashboards.Grid;
import com.sentori.console.stage.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Lays panels out on Grafana's grid of 24 columns, as wide as there is room; where there is little, each is twice as wide as it wants to be, and fewer
 * stand beside each other. FX thread.
 */
final class Board extends Region {
    /** Of a cell, with the gap below it; Grafana's is 38. */
    static final double CELL = 36;
    static final double GAP = 8;
    private final Map<Node, Grid> grids = new HashMap<>();

    Board() {
        getStyleClass().add("board");
    }

    /** Adds a panel at its place. */
    void add(Node panel, Grid grid) {
        grids.put(panel, grid);
        getChildren().add(panel);
    }

    void clear() {
        getChildren().clear();
        grids.clear();
    }

    private Map<Node, Grid> places(double width) {
        if (width < 0 || width >= Page.LITTLE) {
            return grids;
        }
        Map<Node, Grid> wider = new HashMap<>();
        int across = 0;
        int top = 0;
        int bottom = 0;
        for (Map.Entry<Node, Grid> each : grids.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Grid::y).thenComparingInt(Grid::x)))
                .toList()) {
            Grid wanted = each.getValue();
            int columns = Math.min(Grid.COLUMNS, 2 * wanted.width());
            if (across + columns > Grid.COLUMNS) {
                across = 0;
                top = bottom;
            }
            wider.put(each.getKey(), new Grid(across, top, columns, wanted.height()));
            across += columns;
            bottom = Math.max(bottom, top + wanted.height());
        }
        return wider;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        int cells = places(width).values().stream().mapToInt(each -> each.y() + each.height()).max().orElse(0);
        return around.getTop() + cells * CELL + around.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1_000;
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double cell = (getWidth() - around.getLeft() - around.getRight() + GAP) / Grid.COLUMNS;
        places(getWidth()).forEach((each, grid) -> {
            each.resizeRelocate(snapPositionX(around.getLeft() + grid.x() * cell),
                    snapPositionY(around.getTop() + grid.y() * CELL), snapSizeX(grid.width() * cell - GAP),
                    grid.height() * CELL - GAP);
        });
    }
}
