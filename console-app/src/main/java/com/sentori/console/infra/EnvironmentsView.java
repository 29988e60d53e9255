package com.sentori.console.infra;

import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Tint;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the list of environments and the form of one. */
final class EnvironmentsView implements AutoCloseable {
    private final EnvironmentsModel model;
    private final Texts texts;

    @FXML
    private ListView<Environment> list;
    @FXML
    private Label title;
    @FXML
    private TextField name;
    @FXML
    private TextField label;
    @FXML
    private ComboBox<Tint> colour;
    @FXML
    private TextField stack;
    @FXML
    private TextField variables;
    @FXML
    private TextField backendConfig;
    @FXML
    private TextField awsProfile;
    @FXML
    private TextField backend;
    @FXML
    private CheckBox production;
    @FXML
    private CheckBox readOnly;
    @FXML
    private Label fault;
    @FXML
    private Button remove;
    private Subscription subscription = Subscription.EMPTY;

    EnvironmentsView(EnvironmentsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new Cell());
        list.setItems(model.all());
        name.textProperty().bindBidirectional(model.nameProperty());
        label.textProperty().bindBidirectional(model.labelProperty());
        colour.getItems().setAll(Tint.values());
        colour.setConverter(new Names());
        colour.valueProperty().bindBidirectional(model.colourProperty());
        stack.textProperty().bindBidirectional(model.stackProperty());
        variables.textProperty().bindBidirectional(model.variablesProperty());
        backendConfig.textProperty().bindBidirectional(model.backendConfigProperty());
        awsProfile.textProperty().bindBidirectional(model.awsProfileProperty());
        backend.textProperty().bindBidirectional(model.backendProperty());
        production.selectedProperty().bindBidirectional(model.productionProperty());
        readOnly.selectedProperty().bindBidirectional(model.readOnlyProperty());
        remove.disableProperty().bind(model.editedProperty().isNull());
        fault.textProperty().bind(model.faultProperty());
        fault.visibleProperty().bind(model.faultProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        subscription = Subscription.combine(model.editedProperty().subscribe(this::select),
                list.getSelectionModel().selectedItemProperty().subscribe(one -> {
                    if (one != null) {
                        model.editedProperty().set(one);
                    }
                }));
    }

    private void select(@Nullable Environment one) {
        title.setText(one == null ? texts.get("environments.new") : one.label());
        if (one == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(one);
        }
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

    @Override
    public void close() {
        subscription.unsubscribe();
    }

    private final class Names extends StringConverter<Tint> {
        @Override
        public String toString(@Nullable Tint tint) {
            return tint == null ? "" : texts.of("environments.colour", tint);
        }

        @Override
        public Tint fromString(String typed) {
            throw new UnsupportedOperationException("chosen, never typed");
        }
    }

    private static final class Cell extends ListCell<Environment> {
        @Override
        protected void updateItem(@Nullable Environment one, boolean empty) {
            super.updateItem(one, empty);
            setText(one == null || empty ? "" : one.label() + "\n" + one.stack());
        }
    }
}
