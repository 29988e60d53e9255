package com.sentori.console.cloud;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.util.Collections;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Binds the cloud screen. */
public final class CloudView implements AutoCloseable {
    private final CloudModel model;
    private final CloudWording wording;
    private final Texts texts;
    private final ListChangeListener<CloudItem> follow = _ -> show();

    @FXML
    private ScrollPane around;
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
        around.viewportBoundsProperty().subscribe(this::place);
        show();
    }

    private void show() {
        release();
        cards.getChildren().clear();
        for (CloudItem item : model.items()) {
            cards.getChildren().add(new CloudCard(item, model, wording, texts));
        }
        place();
        boolean empty = model.items().isEmpty();
        none.setVisible(empty);
        none.setManaged(empty);
        ask.setDisable(empty);
    }

    /** Two beside each other, to be compared, if there is room. */
    private void place() {
        List<Node> all = cards.getChildren();
        // Cards that are new have no style yet, and with it no width.
        cards.applyCss();
        double least = all.stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(0);
        int columns = around.getViewportBounds().getWidth() < 2 * least + cards.getHgap() ? 1 : 2;
        for (int i = 0; i < all.size(); i++) {
            GridPane.setConstraints(all.get(i), i % columns, i / columns);
        }
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        cards.getColumnConstraints().setAll(Collections.nCopies(columns, column));
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
