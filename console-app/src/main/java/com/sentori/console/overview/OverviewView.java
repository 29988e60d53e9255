package com.sentori.console.overview;

import com.sentori.console.live.BackendRun;
import com.sentori.console.stage.Columns;
import com.sentori.console.stage.Columns.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Binds the screen of running runs. */
public final class OverviewView implements AutoCloseable {
    private final OverviewModel model;
    private final Texts texts;
    private final Figures figures;

    @FXML
    private TableView<BackendRun> table;
    @FXML
    private Label stale;
    @FXML
    private HBox confirmation;
    @FXML
    private Label question;
    @FXML
    private Button open;
    @FXML
    private Button copy;
    @FXML
    private Button finish;
    @FXML
    private Button interrupt;
    @FXML
    private Button decline;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public OverviewView(OverviewModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        Columns columns = new Columns(texts);
        Columns.fill(table, List.of(columns.text("column.backend", 120, BackendRun::backendName),
                columns.text("column.run", 96, BackendRun::shortId),
                columns.text("column.user", 120, row -> row.run().username()),
                columns.number("column.sensors", 88,
                        row -> figures.count(row.run().params().sensorIds().size())),
                columns.text("column.started", 96, row -> figures.time(row.run().startedAt())),
                columns.number("column.elapsed", 88, row -> figures.clock(model.elapsed(row))),
                columns.number("column.planned", 88,
                        row -> figures.clock(Duration.ofSeconds(row.run().getDuration()))),
                columns.shown("column.progress", 160, this::progress)));
        table.setItems(model.runs());
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                model.open();
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.open();
            }
        });
        stale.textProperty().bind(model.staleProperty());
        question.textProperty().bind(model.questionProperty());
        confirmation.visibleProperty().bind(model.questionProperty().isNotEmpty());
        confirmation.managedProperty().bind(confirmation.visibleProperty());
        List.of(open, copy, finish)
                .forEach(button -> button.disableProperty().bind(model.selectedProperty().isNull()));
        interrupt.disableProperty().bind(Bindings.isEmpty(model.runs()));
        subscription = Subscription.combine(model.nowProperty().subscribe(() -> table.refresh()),
                Columns.select(table, model.selectedProperty()));
    }

    private Shown progress(BackendRun row) {
        ProgressBar bar = new ProgressBar(model.share(row));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(144);
        return new Shown("", bar);
    }

    @FXML
    private void open() {
        model.open();
    }

    @FXML
    private void copy() {
        BackendRun row = model.selectedProperty().get();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.run().id());
            Clipboard.getSystemClipboard().setContent(content);
            model.copied(row.run());
        }
    }

    @FXML
    private void finish() {
        model.finish();
    }

    @FXML
    private void interrupt() {
        model.interruptAll();
        decline.requestFocus();
    }

    @FXML
    private void confirm() {
        model.confirm();
    }

    @FXML
    private void decline() {
        model.decline();
    }

    @FXML
    private void goToStart() {
        model.goToStart();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
