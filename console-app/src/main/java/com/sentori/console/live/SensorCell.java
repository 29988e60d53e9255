package com.sentori.console.live;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.vitals.Vitality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sensor in the list: its colour, its name, and its newest value of each half. */
final class SensorCell extends ListCell<String> {
    private static final double SWATCH = 10;
    private static final double VALUE_WIDTH = 48;
    private static final int FIXED = 4;
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("away");

    private final Function<String, Color> colour;
    private final Function<String, List<@Nullable Double>> newest;
    private final Function<String, Vitality> vitality;
    private final Predicate<String> hidden;
    private final Texts texts;
    private final Figures figures;
    private final FontIcon shape = new FontIcon("fth-check-circle");
    private final Rectangle swatch = new Rectangle(SWATCH, SWATCH);
    private final Label name = new Label();
    private final HBox box = new HBox();

    /**
     * Of these sources.
     *
     * @param colour of a sensor in the charts
     * @param newest its newest value of each half; null where there is none
     * @param vitality how fresh it is, on the half where it is worst
     * @param hidden whether it is hidden in the charts
     */
    SensorCell(Function<String, Color> colour, Function<String, List<@Nullable Double>> newest,
            Function<String, Vitality> vitality, Predicate<String> hidden, Texts texts, Figures figures) {
        this.vitality = vitality;
        this.hidden = hidden;
        this.texts = texts;
        this.colour = colour;
        this.newest = newest;
        this.figures = figures;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.getStyleClass().add("sensor-cell");
        box.getChildren().setAll(swatch, name, gap, shape);
        // As wide as the list, however long the name is.
        setPrefWidth(0);
    }

    /** Shows the values of now. */
    void refresh() {
        String sensor = getItem();
        if (isEmpty() || sensor == null) {
            return;
        }
        boolean away = hidden.test(sensor);
        swatch.setStroke(colour.apply(sensor));
        // Hollow, as in the tables of the charts.
        swatch.setFill(away ? null : colour.apply(sensor));
        box.pseudoClassStateChanged(HIDDEN, away);
        List<@Nullable Double> values = newest.apply(sensor);
        while (box.getChildren().size() > FIXED + values.size()) {
            box.getChildren().removeLast();
        }
        while (box.getChildren().size() < FIXED + values.size()) {
            Label value = new Label();
            value.getStyleClass().add("number");
            value.setMinWidth(VALUE_WIDTH);
            box.getChildren().add(value);
        }
        Vitality now = vitality.apply(sensor);
        shape.setIconLiteral(away ? "fth-eye-off" : Freshness.icon(now));
        shape.getStyleClass().setAll("ikonli-font-icon", "vitality", away ? "neutral" : Freshness.style(now));
        List<String> spoken = new ArrayList<>(List.of(sensor, texts.of("vitality", now)));
        name.setText(sensor);
        if (away) {
            spoken.set(0, texts.get("live.sensor.hidden", sensor));
        }
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            String text = value == null ? "–" : figures.value(value);
            ((Label) box.getChildren().get(FIXED + i)).setText(text);
            spoken.add(text);
        }
        setAccessibleText(String.join(", ", spoken));
    }

    @Override
    protected void updateItem(@Nullable String sensor, boolean empty) {
        super.updateItem(sensor, empty);
        if (empty || sensor == null) {
            setGraphic(null);
        } else {
            setGraphic(box);
            refresh();
        }
    }
}
