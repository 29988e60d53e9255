package com.sentori.console.charts;

import com.sentori.console.stage.Words;
import com.sentori.console.thresholds.Band;
import com.sentori.console.thresholds.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import org.jspecify.annotations.Nullable;

/** The window in which limits are set: one at a time, each of its fields empty where nothing is limited. FX thread. */
final class LimitForm {
    private final ChartTexts texts;
    private final LimitModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ComboBox<Optional<Band>> which = new ComboBox<>();
    private final ComboBox<String> unit = new ComboBox<>();
    private final GridPane grid = new GridPane();
    private final ButtonType keep;
    private final ButtonType remove;

    /** Begins with the band of a threshold; null for a new one. */
    LimitForm(LiveChart chart, @Nullable Threshold threshold) {
        texts = chart.texts();
        model = new LimitModel(chart.link().thresholds(), chart.units(), texts.locale());
        keep = new ButtonType(texts.get("limits.keep"), ButtonBar.ButtonData.OK_DONE);
        remove = new ButtonType(texts.get("limits.remove"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(texts.get("limits.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        if (threshold != null) {
            model.edit(threshold);
        }
        fields();
        Label fault = new Label();
        fault.getStyleClass().add("limit-fault");
        fault.setWrapText(true);
        model.faultProperty()
                .subscribe(now -> fault.setText(now == null
                        ? ""
                        : texts.get("limits.fault." + now.name(), LimitModel.LONGEST_NAME, LimitModel.MOST)));
        VBox content = new VBox(grid, fault);
        content.getStyleClass().add("limit-form");
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(content);
        pane.getButtonTypes().setAll(remove, keep, close);
        pane.getStylesheets().setAll(chart.getScene().getStylesheets());
        pane.getStylesheets().add(chart.getUserAgentStylesheet());
        pane.setMinHeight(Region.USE_PREF_SIZE);
        button(pane, keep).addEventFilter(ActionEvent.ACTION, event -> {
            if (!model.keep()) {
                event.consume();
            }
        });
        Button removing = button(pane, remove);
        removing.addEventFilter(ActionEvent.ACTION, _ -> model.remove());
        removing.disableProperty().bind(model.editedProperty().isNull());
        dialog.setTitle(texts.get("limits.title"));
        dialog.initOwner(chart.getScene().getWindow());
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setOnHidden(_ -> chart.requestFocus());
    }

    /** Shows it; does not wait. */
    void show() {
        dialog.show();
        grid.lookup("#limit-name").requestFocus();
    }

    private static Button button(DialogPane pane, ButtonType type) {
        return (Button) Objects.requireNonNull(pane.lookupButton(type));
    }

    private void fields() {
        grid.getStyleClass().add("limit-grid");
        List<Optional<Band>> choices = new ArrayList<>(List.of(Optional.empty()));
        model.bands().forEach(band -> choices.add(Optional.of(band)));
        which.getItems().setAll(choices);
        which.setConverter(new Words<>(choice -> choice.map(Band::name).orElse(texts.get("limits.new"))));
        which.setValue(Optional.ofNullable(model.editedProperty().get()));
        which.valueProperty().subscribe(choice -> model.editedProperty().set(choice.orElse(null)));
        unit.getItems().setAll(model.units());
        unit.setConverter(new Words<>(each -> each.isEmpty() ? texts.get("limits.unit.none") : each));
        unit.valueProperty().bindBidirectional(model.unitProperty());
        row(0, "which", which);
        row(1, "name", field("limit-name", model.nameProperty(), texts.get("limits.name"), false));
        row(2, "unit", unit);
        String below = texts.get("limits.below");
        String above = texts.get("limits.above");
        grid.addRow(3, new Label(), heading(below), heading(above));
        pair(4, "warn", model.warnBelowProperty(), model.warnAboveProperty(), below, above);
        pair(5, "critical", model.criticalBelowProperty(), model.criticalAboveProperty(), below, above);
        TextField back = field("limit-hysteresis", model.hysteresisProperty(), texts.get("limits.hysteresis"), true);
        Label hint = new Label(texts.get("limits.hysteresis.hint"));
        hint.getStyleClass().add("limit-hint");
        hint.setWrapText(true);
        grid.addRow(6, label("hysteresis", back), back);
        grid.add(hint, 1, 7, 2, 1);
    }

    private void row(int row, String key, Region field) {
        field.setMaxWidth(Double.MAX_VALUE);
        grid.add(label(key, field), 0, row);
        grid.add(field, 1, row, 2, 1);
    }

    private void pair(int row, String key, StringProperty low, StringProperty high, String below, String above) {
        String what = texts.get("limits." + key);
        TextField first = field("limit-" + key + "-below", low, what + ", " + below, true);
        TextField second = field("limit-" + key + "-above", high, what + ", " + above, true);
        grid.addRow(row, label(key, first), first, second);
    }

    private Label label(String key, Node field) {
        Label label = new Label(texts.get("limits." + key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        return label;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("limit-hint");
        return heading;
    }

    private static TextField field(String id, StringProperty value, String spoken, boolean number) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(spoken);
        if (number) {
            field.getStyleClass().add("limit-number");
        }
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
