package com.sentori.console.bell;

import com.sentori.console.alerting.AlertForm;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.stage.Texts;
import com.sentori.console.stage.Words;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the list of rules and the form of one. */
final class RulesView implements AutoCloseable {
    private final RulesModel model;
    private final Texts texts;
    private final AlarmWording wording;

    @FXML
    private ListView<Rule> list;
    @FXML
    private MenuButton export;
    @FXML
    private Label title;
    @FXML
    private TextField name;
    @FXML
    private ComboBox<String> what;
    @FXML
    private Node typeField;
    @FXML
    private TextField type;
    @FXML
    private Node sensorField;
    @FXML
    private TextField sensor;
    @FXML
    private Node percentileField;
    @FXML
    private TextField percentile;
    @FXML
    private ComboBox<String> side;
    @FXML
    private TextField warn;
    @FXML
    private TextField critical;
    @FXML
    private TextField hysteresis;
    @FXML
    private TextField delay;
    @FXML
    private TextField count;
    @FXML
    private TextArea guidance;
    @FXML
    private CheckBox stops;
    @FXML
    private Label fault;
    @FXML
    private Button remove;
    @FXML
    private Label file;
    private Subscription subscription = Subscription.EMPTY;

    RulesView(RulesModel model, Texts texts, AlarmWording wording) {
        this.model = model;
        this.texts = texts;
        this.wording = wording;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new Cell());
        list.setItems(model.inForce());
        name.textProperty().bindBidirectional(model.nameProperty());
        choice(what, RulesModel.WHATS, "rules.what.");
        what.valueProperty().bindBidirectional(model.whatProperty());
        choice(side, RulesModel.SIDES, "rules.side.");
        side.valueProperty().bindBidirectional(model.sideProperty());
        type.textProperty().bindBidirectional(model.typeProperty());
        sensor.textProperty().bindBidirectional(model.sensorProperty());
        percentile.textProperty().bindBidirectional(model.percentileProperty());
        warn.textProperty().bindBidirectional(model.warnProperty());
        critical.textProperty().bindBidirectional(model.criticalProperty());
        hysteresis.textProperty().bindBidirectional(model.hysteresisProperty());
        delay.textProperty().bindBidirectional(model.delayProperty());
        count.textProperty().bindBidirectional(model.countProperty());
        guidance.textProperty().bindBidirectional(model.guidanceProperty());
        stops.selectedProperty().bindBidirectional(model.stopsProperty());
        remove.disableProperty().bind(model.selectedProperty().isNull());
        export.disableProperty().bind(Bindings.isEmpty(model.inForce()));
        for (AlertForm form : AlertForm.values()) {
            MenuItem item = new MenuItem(texts.get("rules.export." + form.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(_ -> export(form));
            export.getItems().add(item);
        }
        file.setText(model.file() == null ? "" : texts.get("rules.file", model.file()));
        subscription = Subscription.combine(model.faultProperty().subscribe(this::show),
                model.whatProperty().subscribe(this::fit),
                model.selectedProperty().subscribe(this::select),
                list.getSelectionModel().selectedItemProperty().subscribe(rule -> {
                    if (rule != null) {
                        model.selectedProperty().set(rule);
                    }
                }));
    }

    private void choice(ComboBox<String> box, List<String> choices, String prefix) {
        box.getItems().setAll(choices);
        box.setConverter(new Words<>(choice -> choice.isEmpty() ? "" : texts.get(prefix + choice)));
    }

    private void fit(String watched) {
        show(typeField, watched.equals("values"));
        show(sensorField, watched.equals("values"));
        show(percentileField, watched.equals("latency"));
    }

    private static void show(Node field, boolean shown) {
        field.setVisible(shown);
        field.setManaged(shown);
    }

    private void select(@Nullable Rule rule) {
        title.setText(rule == null ? texts.get("rules.new") : rule.name());
        if (rule == null) {
            list.getSelectionModel().clearSelection();
        } else if (!Objects.equals(rule, list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(rule);
        }
    }

    private void show(@Nullable RuleFault wrong) {
        fault.setText(wrong == null ? "" : wording.fault(wrong));
        show(fault, wrong != null);
    }

    @FXML
    private void begin() {
        list.getSelectionModel().clearSelection();
        model.begin();
        name.requestFocus();
    }

    @FXML
    private void keep() {
        model.keep();
    }

    @FXML
    private void remove() {
        model.remove();
    }

    private void export(AlertForm form) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("sentori-alarms." + form.name().toLowerCase(Locale.ROOT) + ".yaml");
        File chosen = chooser.showSaveDialog(list.getScene().getWindow());
        if (chosen != null) {
            model.export(form, chosen.toPath());
        }
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }

    private final class Cell extends ListCell<Rule> {
        @Override
        protected void updateItem(@Nullable Rule rule, boolean empty) {
            super.updateItem(rule, empty);
            setText(rule == null || empty ? "" : rule.name() + "\n" + wording.watch(rule.watch()));
        }
    }
}
