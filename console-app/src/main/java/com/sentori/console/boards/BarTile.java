package com.sentori.console.boards;

import com.sentori.console.dashboards.Content.Figure;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A figure as a bar, with its name before and its value behind it. */
final class BarTile extends Region {
    private static final double NAME = 0.3;
    private static final double VALUE = 0.2;
    private static final double GAP = 8;

    private final Label name = new Label();
    private final Label value = new Label();
    private final Region ground = new Region();
    private final Region bar = new Region();
    private final double share;

    BarTile(Figure figure) {
        share = figure.share();
        getStyleClass().add(Tones.style(figure.tone()));
        name.setText(figure.label());
        name.getStyleClass().add("figure-bar-name");
        value.setText(figure.text());
        value.getStyleClass().add("figure-bar-value");
        value.setAlignment(Pos.CENTER_RIGHT);
        ground.getStyleClass().add("figure-bar-ground");
        bar.getStyleClass().add("figure-bar");
        getChildren().addAll(ground, bar, name, value);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double before = name.getText().isEmpty() ? 0 : getWidth() * NAME;
        double behind = Math.max(value.prefWidth(-1), getWidth() * VALUE * 0.5);
        double room = Math.max(0, getWidth() - before - behind - 2 * GAP);
        double thick = Math.min(16, height - 6);
        double top = snapPositionY((height - thick) / 2);
        name.resizeRelocate(0, 0, Math.max(0, before - GAP), height);
        ground.resizeRelocate(before, top, room, thick);
        bar.resizeRelocate(before, top, snapSizeX(room * share), thick);
        value.resizeRelocate(getWidth() - behind - GAP, 0, behind, height);
    }
}
