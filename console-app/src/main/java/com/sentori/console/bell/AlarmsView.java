package com.sentori.console.bell;

import com.sentori.console.alarms.Alarm;
import com.sentori.console.alarms.AlarmView;
import com.sentori.console.alarms.Entry;
import com.sentori.console.alarms.Key;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.stage.Columns;
import com.sentori.console.stage.Columns.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Screens;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the screen of alarms. */
public final class AlarmsView implements AutoCloseable {
    private final AlarmsModel model;
    private final Texts texts;
    private final Figures figures;
    private final AlarmWording wording;
    private final RulesView rulesView;

    @FXML
    private Label summary;
    @FXML
    private MenuButton mute;
    @FXML
    private Label fault;
    @FXML
    private TableView<Alarm> table;
    @FXML
    private TextField comment;
    @FXML
    private Button acknowledge;
    @FXML
    private MenuButton shelve;
    @FXML
    private Button open;
    @FXML
    private Label guidance;
    @FXML
    private Tab rulesTab;
    @FXML
    private TableView<Entry> log;
    private Subscription subscription = Subscription.EMPTY;

    /** Of these models. */
    public AlarmsView(AlarmsModel model, RulesModel rules, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
        this.wording = new AlarmWording(texts, figures);
        this.rulesView = new RulesView(rules, texts, wording);
    }

    @FXML
    private void initialize() {
        Columns columns = new Columns(texts);
        Columns.fill(table, List.of(columns.shown("column.severity", 134, alarm -> badge(alarm.latched())),
                columns.text("column.alarm", 256, alarm -> wording.what(alarm.rule(), alarm.key())),
                columns.text("column.run", 166, alarm -> wording.where(alarm.key())),
                columns.text("column.worst", 138, wording::worst),
                columns.text("column.since", 82, alarm -> figures.time(alarm.since())),
                columns.text("column.state", 268,
                        alarm -> wording.state(alarm, model.shelvedUntil(alarm)))));
        table.setRowFactory(_ -> new Row());
        table.setItems(model.alarms());
        table.setOnKeyPressed(this::typed);
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                model.openChart();
            }
        });
        Columns.fill(log, List.of(columns.text("column.when", 182, entry -> figures.moment(entry.at())),
                columns.text("column.happened", 110, entry -> texts.of("alarms.log", entry.what())),
                columns.shown("column.severity", 138, entry -> badge(entry.severity())),
                columns.text("column.alarm", 262, this::what),
                columns.text("column.run", 118, entry -> wording.where(entry.key())),
                columns.number("column.value", 76, entry -> figures.number(entry.value())),
                columns.text("column.who", 176, AlarmsView::who)));
        log.setItems(model.log());
        comment.textProperty().bindBidirectional(model.commentProperty());
        shelve.getItems().setAll(times(model::shelve));
        MenuItem ring = new MenuItem(texts.get("alarms.unshelve"));
        ring.setOnAction(_ -> model.unshelve());
        shelve.getItems().addAll(new SeparatorMenuItem(), ring);
        mute.getItems().setAll(times(model::mute));
        MenuItem sound = new MenuItem(texts.get("alarms.unmute"));
        sound.setOnAction(_ -> model.mute(Duration.ZERO));
        mute.getItems().addAll(new SeparatorMenuItem(), sound);
        rulesTab.setContent(new Screens(texts).load(rulesView));
        subscription = Subscription.combine(model.viewProperty().subscribe(this::show),
                model.faultProperty().subscribe(this::show),
                model.selectedProperty().subscribe(this::select),
                table.getSelectionModel().selectedItemProperty().subscribe(this::selected));
    }

    private String what(Entry entry) {
        return entry.key().sensor().isEmpty()
                ? entry.name()
                : texts.get("alarms.what", entry.name(), entry.key().sensor(), entry.key().type());
    }

    private static String who(Entry entry) {
        return entry.comment().isEmpty() ? entry.who() : entry.who() + ": " + entry.comment();
    }

    private List<MenuItem> times(Consumer<Duration> acts) {
        List<MenuItem> items = new ArrayList<>();
        for (Duration time : AlarmsModel.TIMES) {
            MenuItem item = new MenuItem(time.toHours() == 0
                    ? texts.get("alarms.minutes", time.toMinutes())
                    : texts.get("alarms.hours", time.toHours()));
            item.setOnAction(_ -> acts.accept(time));
            items.add(item);
        }
        return items;
    }

    private Shown badge(Severity severity) {
        Label badge = new Label(wording.severity(severity), new FontIcon(AlarmWording.icon(severity)));
        badge.getStyleClass().addAll("standing", AlarmWording.style(severity));
        return new Shown("", badge);
    }

    private void typed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> model.openChart();
            case A -> model.acknowledge();
            case C -> comment.requestFocus();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void selected(@Nullable Alarm alarm) {
        // While the list is made anew nothing is selected, though somebody did.
        if (alarm != null) {
            model.selectedProperty().set(alarm.key());
        }
    }

    private void select(@Nullable Key key) {
        Alarm alarm = model.selectedAlarm();
        if (alarm == null) {
            table.getSelectionModel().clearSelection();
        } else if (!alarm.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(alarm);
        }
        show(alarm);
    }

    private void show(@Nullable Alarm alarm) {
        acknowledge.setDisable(alarm == null || !alarm.isWaiting());
        shelve.setDisable(alarm == null);
        open.setDisable(alarm == null);
        guidance.setText(alarm == null
                ? texts.get("alarms.choose")
                : wording.spoken(alarm, model.shelvedUntil(alarm)) + "\n" + guidance(alarm));
    }

    private String guidance(Alarm alarm) {
        String todo = alarm.rule().guidance();
        return todo.isEmpty() ? texts.get("alarms.unguided") : todo;
    }

    private void show(AlarmView view) {
        select(model.selectedProperty().get());
        table.refresh();
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("alarms.watched", view.watched()));
        if (view.stale() > 0) {
            parts.add(texts.get("alarms.stale", view.stale()));
        }
        if (view.unlisted() > 0) {
            parts.add(texts.get("alarms.unlisted", view.unlisted()));
        }
        if (view.unwatched() > 0) {
            parts.add(texts.get("alarms.unwatched"));
        }
        summary.setText(String.join(" · ", parts));
        mute.setText(view.mutedUntil() == null
                ? texts.get("alarms.mute")
                : texts.get("alarms.muted", figures.time(view.mutedUntil())));
    }

    private void show(@Nullable RuleFault wrong) {
        fault.setText(wrong == null ? "" : texts.get("rules.unused", wording.fault(wrong)));
        fault.setVisible(wrong != null);
        fault.setManaged(wrong != null);
    }

    @FXML
    private void acknowledge() {
        model.acknowledge();
        table.requestFocus();
    }

    @FXML
    private void open() {
        model.openChart();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        rulesView.close();
    }

    /** Says a whole alarm to those who hear it. */
    private final class Row extends TableRow<Alarm> {
        @Override
        protected void updateItem(@Nullable Alarm alarm, boolean empty) {
            super.updateItem(alarm, empty);
            setAccessibleText(alarm == null || empty ? null : wording.spoken(alarm, model.shelvedUntil(alarm)));
        }
    }
}
