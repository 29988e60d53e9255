package com.sentori.console.cloud;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/** Binds the cloud screen. */
public final class CloudView implements AutoCloseable {
    private final CloudModel model;
    private final CloudWording wording;
    private final Texts texts;
    private static final int COLUMNS = 2;

    private final ListChangeListener<CloudItem> follow = _ -> show();

    @FXML
    private GridPane cards;
    @FXML
    private Node none;
    @FXML
    private Button ask;

    /** Of this model. */
    public CloudView(CloudModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.wording = new CloudWording(texts, figures);
    }

    @FXML
    private void initialize() {
        model.items().addListener(follow);
        show();
    }

    private void show() {
        release();
        cards.getChildren().clear();
        for (CloudItem item : model.items()) {
            int place = cards.getChildren().size();
            cards.add(new CloudCard(item, model, wording, texts), place % COLUMNS, place / COLUMNS);
        }
        boolean empty = model.items().isEmpty();
        none.setVisible(empty);
        none.setManaged(empty);
        ask.setDisable(empty);
    }

    private void release() {
        cards.getChildren().forEach(node -> {
            if (node instanceof CloudCard card) {
                card.release();
            }
        });
    }

    @FXML
    private void ask() {
        model.ask();
    }

    @FXML
    private void goToBackends() {
        model.goToBackends();
    }

    @Override
    public void close() {
        model.items().removeListener(follow);
        release();
    }
}
