package com.sentori.console.history;

import com.sentori.console.live.BackendRun;
import com.sentori.console.live.ReportMenu;
import com.sentori.console.live.RunWording;
import com.sentori.console.stage.Columns;
import com.sentori.console.stage.Columns.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Binds the screen of past runs. */
public final class HistoryView implements AutoCloseable {
    private final HistoryModel model;
    private final Texts texts;
    private final Figures figures;
    private final RunWording wording;

    @FXML
    private TableView<BackendRun> table;
    @FXML
    private TextField search;
    @FXML
    private TextField note;
    @FXML
    private Button keepNote;
    @FXML
    private Button again;
    @FXML
    private Label empty;
    @FXML
    private Label emptyHint;
    @FXML
    private Button open;
    @FXML
    private MenuButton report;
    @FXML
    private Button refresh;
    @FXML
    private HBox exporting;
    @FXML
    private Label exportText;
    @FXML
    private ProgressBar exportBar;
    @FXML
    private Label count;
    @FXML
    private Button more;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public HistoryView(HistoryModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
        this.wording = new RunWording(texts);
    }

    @FXML
    private void initialize() {
        Columns columns = new Columns(texts);
        Columns.fill(table, List.of(columns.text("column.backend", 96, BackendRun::backendName),
                columns.text("column.started", 184, row -> figures.moment(row.run().startedAt())),
                columns.text("column.run", 100, BackendRun::shortId),
                columns.text("column.user", 104, row -> row.run().username()),
                columns.number("column.sensors", 100,
                        row -> figures.count(row.run().params().sensorIds().size())),
                columns.number("column.planned", 88,
                        row -> figures.clock(Duration.ofSeconds(row.run().getDuration()))),
                columns.shown("column.status", 124, row -> new Shown("", wording.badge(row.run()))),
                columns.text("column.reason", 168, this::reason)));
        table.setItems(model.found());
        search.textProperty().bindBidirectional(model.searchProperty());
        note.textProperty().bindBidirectional(model.noteProperty());
        List.of(again, note, keepNote)
                .forEach(each -> each.disableProperty().bind(model.selectedProperty().isNull()));
        empty.textProperty()
                .bind(Bindings.when(Bindings.isEmpty(model.runs()))
                        .then(texts.get("history.empty"))
                        .otherwise(texts.get("history.search.none")));
        emptyHint.visibleProperty().bind(Bindings.isEmpty(model.runs()));
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
        open.disableProperty().bind(model.selectedProperty().isNull());
        ReadOnlyStringProperty writing = model.reports().writingProperty();
        ReportMenu.fill(report, texts, model::report);
        report.disableProperty().bind(model.selectedProperty().isNull().or(writing.isNotEmpty()));
        refresh.disableProperty().bind(model.loadingProperty());
        more.disableProperty().bind(model.loadingProperty().or(model.moreProperty().not()));
        exportText.textProperty().bind(writing);
        exporting.visibleProperty().bind(writing.isNotEmpty());
        exporting.managedProperty().bind(exporting.visibleProperty());
        // How long a run's tail is, is known only at its end.
        exportBar.progressProperty()
                .bind(Bindings.when(exporting.visibleProperty()).then(ProgressBar.INDETERMINATE_PROGRESS).otherwise(0));
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> texts.get("history.count", model.found().size()),
                        model.found()));
        subscription = Subscription.combine(model.selectedProperty().subscribe(row -> {
            if (row == null) {
                table.getSelectionModel().clearSelection();
            } else {
                table.getSelectionModel().select(row);
            }
        }), table.getSelectionModel().selectedItemProperty().subscribe(row -> model.selectedProperty().set(row)));
    }

    @FXML
    private void open() {
        model.open();
    }

    /** Why it ended, and what was noted on it. */
    private String reason(BackendRun row) {
        String note = model.noteOf(row);
        String reason = wording.reason(row.run());
        return note.isEmpty() ? reason : reason.isEmpty() ? note : reason + " · " + note;
    }

    @FXML
    private void again() {
        model.again();
    }

    @FXML
    private void keepNote() {
        model.keepNote();
        table.refresh();
    }

    @FXML
    private void refresh() {
        model.reload();
    }

    @FXML
    private void more() {
        model.loadMore();
    }

    @FXML
    private void cancel() {
        model.reports().cancel();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
