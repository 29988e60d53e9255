package com.sentori.console.palette;

import com.sentori.console.stage.Texts;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the palette. */
public final class PaletteView implements AutoCloseable {
    private static final int PAGE = 8;

    private final PaletteModel model;
    private final Texts texts;

    @FXML
    private TextField query;
    @FXML
    private ListView<Command> list;
    @FXML
    private Label none;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public PaletteView(PaletteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        PaletteModel.Question question = model.question();
        if (question != null) {
            query.setPromptText(texts.get(question.key()));
            query.setAccessibleText(texts.get(question.key()));
            none.setText(texts.get("palette.answer"));
        }
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.setItems(model.results());
        list.setCellFactory(_ -> new CommandCell(texts));
        list.setOnMouseClicked(click -> {
            Command clicked = list.getSelectionModel().getSelectedItem();
            if (click.getButton() == MouseButton.PRIMARY && clicked != null) {
                model.selectedProperty().set(clicked);
                model.run();
            }
        });
        subscription = model.selectedProperty().subscribe(this::select);
        Platform.runLater(query::requestFocus);
    }

    private void select(@Nullable Command command) {
        if (command == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(command);
            list.scrollTo(command);
            // The focus stays where is typed: what is chosen is told there.
            query.setAccessibleHelp(command.name(texts) + ", " + command.scope().name(texts));
        }
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> model.run();
            case ESCAPE -> model.close();
            case TAB -> {
                // There is nowhere else to go.
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        query.textProperty().unbindBidirectional(model.queryProperty());
    }
}
