package com.sentori.console.boards;

import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Content.Figure;
import com.sentori.console.dashboards.Content.Figures;
import com.sentori.console.dashboards.Shown;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Single figures side by side, as large as there is room; they scroll where they are too many to be read. */
final class FigureBody implements PanelPane.Body {
    private static final double BAR = 28;

    private final Locale locale;
    private final Tiles tiles = new Tiles();
    private final ScrollPane around = new ScrollPane(tiles);

    FigureBody(Locale locale) {
        this.locale = locale;
        around.getStyleClass().add("plain-scroll");
        around.setFitToWidth(true);
        around.setFitToHeight(true);
        around.setAccessibleRole(AccessibleRole.TEXT);
    }

    @Override
    public Node node() {
        return around;
    }

    @Override
    public boolean takes(Content content) {
        return content instanceof Figures;
    }

    @Override
    public void show(Shown now, boolean old) {
        if (now.content() instanceof Figures content) {
            tiles.bars = content.form() == Figures.Form.BARS;
            tiles.getChildren().setAll(content.figures().stream().map(each -> tile(content.form(), each)).toList());
            around.setAccessibleText(now.panel().title() + ": " + told(content.figures()));
        }
    }

    private static String told(List<Figure> figures) {
        return figures.stream()
                .map(each -> each.label().isEmpty() ? each.text() : each.label() + " " + each.text())
                .collect(Collectors.joining(", "));
    }

    private Region tile(Figures.Form form, Figure figure) {
        return switch (form) {
            case STAT -> new StatTile(figure, locale);
            case GAUGE -> new DialTile(figure);
            case BARS -> new BarTile(figure);
        };
    }

    /** Lays tiles out in as many columns as make them largest; bars one below the other. */
    private static final class Tiles extends Pane {
        private static final double LEAST_WIDTH = 104;
        private static final double LEAST_HEIGHT = 64;
        private static final double WISH = 1.8;
        private boolean bars;

        private int columns(double width, double height) {
            int count = Math.max(1, getChildren().size());
            int most = (int) Math.clamp(width / LEAST_WIDTH, 1, count);
            int best = 1;
            double size = 0;
            for (int columns = 1; columns <= most; columns++) {
                double tileHeight = height / rows(columns);
                double now = Math.min(width / columns, tileHeight * WISH);
                if (now > size + 0.5) {
                    size = now;
                    best = columns;
                }
            }
            return best;
        }

        private int rows(int columns) {
            return (Math.max(1, getChildren().size()) + columns - 1) / columns;
        }

        @Override
        protected double computeMinHeight(double width) {
            double wide = width > 0 ? width : getWidth();
            int columns = (int) Math.clamp(wide / LEAST_WIDTH, 1, Math.max(1, getChildren().size()));
            return bars ? getChildren().size() * BAR : rows(columns) * LEAST_HEIGHT;
        }

        @Override
        protected double computePrefHeight(double width) {
            return computeMinHeight(width);
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return LEAST_WIDTH;
        }

        @Override
        protected void layoutChildren() {
            int columns = bars ? 1 : columns(getWidth(), getHeight());
            double width = getWidth() / columns;
            double height = getHeight() / rows(columns);
            double tall = bars ? Math.min(height, BAR * 2) : Math.max(height, LEAST_HEIGHT);
            for (int i = 0; i < getChildren().size(); i++) {
                int row = i / columns;
                getChildren().get(i)
                        .resizeRelocate(snapPositionX(i % columns * width), snapPositionY(row * tall), snapSizeX(width),
                                snapSizeY(tall));
            }
        }
    }
}
