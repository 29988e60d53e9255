package com.sentori.console.history;

import com.sentori.console.history.Verdicts.Verdict;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.ReportMenu;
import com.sentori.console.live.RunWording;
import com.sentori.console.reports.LimitText;
import com.sentori.console.stage.Columns;
import com.sentori.console.stage.Columns.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.runs.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the screen of past runs. */
public final class HistoryView implements AutoCloseable {
    private final HistoryModel model;
    private final Verdicts verdicts;
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
    public HistoryView(HistoryModel model, Verdicts verdicts, Texts texts, Figures figures) {
        this.model = model;
        this.verdicts = verdicts;
        this.texts = texts;
        this.figures = figures;
        this.wording = new RunWording(texts);
    }

    @FXML
    private void initialize() {
        Columns columns = new Columns(texts);
        Columns.fill(table, List.of(columns.text("column.backend", 84, BackendRun::backendName),
                columns.text("column.started", 172, row -> figures.moment(row.run().startedAt())),
                columns.text("column.run", 92, BackendRun::shortId),
                columns.text("column.user", 100, row -> row.run().username()),
                columns.number("column.sensors", 88,
                        row -> figures.count(row.run().params().sensorIds().size())),
                columns.number("column.planned", 78,
                        row -> figures.clock(Duration.ofSeconds(row.run().getDuration()))),
                columns.shown("column.status", 164, row -> new Shown("", badge(row))),
                columns.text("history.note", 104, model::noteOf),
                columns.text("column.reason", 168, row -> wording.reason(row.run()))));
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
        ListChangeListener<BackendRun> listed = _ -> verdicts.read(model.runs(), table::refresh);
        model.runs().addListener(listed);
        verdicts.read(model.runs(), table::refresh);
        subscription = Subscription.combine(() -> model.runs().removeListener(listed),
                Columns.select(table, model.selectedProperty()));
    }

    @FXML
    private void open() {
        model.open();
    }

    /** Its state; a run may be completed, and have failed none the less. */
    private Label badge(BackendRun row) {
        Label badge = wording.badge(row.run());
        verdicts.failed(row).ifPresent(verdict -> {
            badge.setText(texts.get("history.failed", badge.getText()));
            badge.setGraphic(new FontIcon(RunWording.icon(RunStatus.FAILED)));
            badge.getStyleClass().remove(RunWording.style(row.run().status()));
            badge.getStyleClass().add(RunWording.style(RunStatus.FAILED));
            badge.setTooltip(new Tooltip(why(verdict)));
        });
        return badge;
    }

    private String why(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.broken()
                .forEach(rule -> lines.add(texts.get("history.failed.alarm", LimitText.of(rule, texts, figures))));
        if (!verdict.stored()) {
            lines.add(texts.get("report.judged.CHECK.FAILED"));
        }
        return String.join("\n", lines);
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
