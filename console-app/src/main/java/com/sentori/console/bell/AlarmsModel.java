package com.sentori.console.bell;

import com.sentori.console.alarms.Alarm;
import com.sentori.console.alarms.AlarmView;
import com.sentori.console.alarms.Entry;
import com.sentori.console.alarms.Key;
import com.sentori.console.alarms.Raised;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.guard.Guard;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The alarms as they are shown, and what is done with them. FX thread. */
public final class AlarmsModel {
    /** How long an alarm can be shelved, or the sound muted. */
    static final List<Duration> TIMES = List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(8),
            Duration.ofHours(24));
    /** What is shown of a chart around the moment of an alarm. */
    private static final Duration AROUND = Duration.ofSeconds(30);

    private final Guard guard;
    private final Backends backends;
    private final LiveModel live;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final AlarmWording wording;
    private final String user;
    private final Limits limits;
    private final Consumer<List<Raised>> rings;
    private final ObservableList<Alarm> alarms = FXCollections.observableArrayList();
    private final ObservableList<Entry> log = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Key> selected = new SimpleObjectProperty<>();
    private final StringProperty comment = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<AlarmView> view;
    private final ReadOnlyObjectWrapper<@Nullable RuleFault> fault = new ReadOnlyObjectWrapper<>();
    private boolean unkept;

    /**
     * Of what a guard watches.
     *
     * @param user who acknowledges
     * @param rings called with what was raised and is to be heard of
     */
    public AlarmsModel(Guard guard, Backends backends, LiveModel live, Actions actions, Texts texts, Figures figures,
            Desk desk, String user, Consumer<List<Raised>> rings) {
        this.guard = guard;
        this.backends = backends;
        this.live = live;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.user = user;
        this.rings = rings;
        this.wording = new AlarmWording(texts, figures);
        this.view = new ReadOnlyObjectWrapper<>(guard.alarms().view());
        this.limits = new Limits(live.limits(), guard.rules(), actions, this::unsaved);
    }

    /** Takes over how things stand. */
    public void refresh() {
        limits.refresh();
        AlarmView now = guard.alarms().view();
        List<Alarm> sorted = now.alarms().stream().sorted(AlarmsModel::byUrgency).toList();
        if (!sorted.equals(alarms)) {
            Key kept = selected.get();
            alarms.setAll(sorted);
            selected.set(kept != null && alarms.stream().anyMatch(each -> each.key().equals(kept)) ? kept : null);
        }
        if (!now.log().equals(log.reversed())) {
            log.setAll(now.log().reversed());
        }
        view.set(now);
        List<Raised> news = guard.alarms().news();
        if (!news.isEmpty()) {
            rings.accept(news);
        }
        RuleFault wrong = guard.rules().fault();
        if (!Objects.equals(wrong, fault.get())) {
            fault.set(wrong);
            if (wrong != null) {
                desk.complain(() -> texts.get("rules.unused", wording.fault(wrong)));
            }
        }
        if (guard.isUnkept() != unkept) {
            unkept = guard.isUnkept();
            if (unkept) {
                desk.complain(() -> texts.get("alarms.unkept"));
            }
        }
    }

    /** Those that wait, then the worst, then the newest. */
    private static int byUrgency(Alarm one, Alarm other) {
        int waiting = Boolean.compare(other.isWaiting(), one.isWaiting());
        int worst = waiting == 0 ? other.latched().compareTo(one.latched()) : waiting;
        return worst == 0 ? other.since().compareTo(one.since()) : worst;
    }

    /** The alarms that are not done, the most urgent first. */
    public ObservableList<Alarm> alarms() {
        return alarms;
    }

    /** What became of alarms, the newest first. */
    ObservableList<Entry> log() {
        return log;
    }

    /** How all stands. */
    public ReadOnlyObjectProperty<AlarmView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** Why the file of rules is not in force; null if it is. */
    ReadOnlyObjectProperty<@Nullable RuleFault> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The alarm that the actions are about; null without one. */
    public ObjectProperty<@Nullable Key> selectedProperty() {
        return selected;
    }

    /** That alarm; null without one. */
    @Nullable
    Alarm selectedAlarm() {
        Key key = selected.get();
        return alarms.stream().filter(alarm -> alarm.key().equals(key)).findFirst().orElse(null);
    }

    /** What is noted with an acknowledgement. */
    public StringProperty commentProperty() {
        return comment;
    }

    /** Until when an alarm keeps quiet; null if it does not. */
    @Nullable
    Instant shelvedUntil(Alarm alarm) {
        return view.get().shelves().get(alarm.key());
    }

    /** Notes that the operator has seen the alarm. */
    public void acknowledge() {
        Key key = selected.get();
        if (key != null && guard.alarms().acknowledge(key, user, comment.get())) {
            comment.set("");
            refresh();
        }
    }

    /** Lets the alarm keep quiet for a time. */
    public void shelve(Duration time) {
        Key key = selected.get();
        if (key != null && guard.alarms().shelve(key, time, user)) {
            refresh();
        }
    }

    /** Lets the alarm ring again. */
    void unshelve() {
        Key key = selected.get();
        if (key != null) {
            guard.alarms().unshelve(key, user);
            refresh();
        }
    }

    /** Lets nothing sound for a time; with none, it sounds again. */
    public void mute(Duration time) {
        guard.alarms().mute(time);
        refresh();
    }

    /** Shows the chart at the moment when the alarm began. */
    public void openChart() {
        Alarm alarm = selectedAlarm();
        if (alarm == null) {
            return;
        }
        String name = alarm.key().source().backend();
        Connection known = backends.byName(name).orElse(null);
        if (known == null) {
            desk.complain(() -> texts.get("alarms.nobackend", name));
            return;
        }
        actions.run(() -> BackendRun.asked(known.client(), alarm.key().source().run()), row -> {
            live.open(List.of(row));
            desk.go(Place.LIVE);
            live.lookAt(alarm.since().minus(AROUND), alarm.since().plus(AROUND));
        }, _ -> desk.complain(() -> texts.get("alarms.norun", name)));
    }

    /** How many wait for somebody, of a severity. */
    long waiting(Severity severity) {
        return view.get().waiting(severity);
    }

    /** Shows the screen of alarms. */
    void show() {
        desk.go(Place.ALARMS);
    }

    private void unsaved(Exception cause) {
        desk.complain(() -> texts.get("rules.unsaved", String.valueOf(cause.getMessage())));
    }

    /** Makes rules now of limits that were set and are none yet. Waits for the disk. */
    public void keepLimits() {
        limits.keepNow();
    }
}
