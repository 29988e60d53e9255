package com.sentori.console.boards;

import com.sentori.console.dashboards.Grid;
import java.util.IdentityHashMap;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Lays panels out on Grafana's grid of 24 columns, as wide as there is room. FX thread. */
final class Board extends Region {
    /** Of a cell, with the gap below it; Grafana's is 38. */
    static final double CELL = 36;
    static final double GAP = 8;
    private final IdentityHashMap<Node, Grid> grids = new IdentityHashMap<>();

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

    private Grid grid(Node panel) {
        return Objects.requireNonNull(grids.get(panel));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        int cells = getChildren().stream().mapToInt(each -> grid(each).y() + grid(each).height()).max().orElse(0);
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
        for (Node each : getChildren()) {
            Grid grid = grid(each);
            each.resizeRelocate(snapPositionX(around.getLeft() + grid.x() * cell),
                    snapPositionY(around.getTop() + grid.y() * CELL), snapSizeX(grid.width() * cell - GAP),
                    grid.height() * CELL - GAP);
        }
    }
}
