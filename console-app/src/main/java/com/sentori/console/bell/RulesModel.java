package com.sentori.console.bell;

import com.sentori.console.alerting.AlertForm;
import com.sentori.console.rules.Draft;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.RuleException;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.rules.Rules;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.TypedNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rules in force, and the form in which one is written. FX thread. */
public final class RulesModel {
    /** What can be watched, as rules are written. */
    static final List<String> WHATS = List.of("values", "age", "latency", "errors", "missing");
    /** The sides of limits, as rules are written. */
    static final List<String> SIDES = List.of("above", "below");

    /** How often the sensors of most runs send. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Rules rules;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final ObservableList<Rule> inForce = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Rule> selected = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty what = new SimpleStringProperty("");
    private final StringProperty type = new SimpleStringProperty("");
    private final StringProperty sensor = new SimpleStringProperty("");
    private final StringProperty percentile = new SimpleStringProperty("");
    private final StringProperty side = new SimpleStringProperty("");
    private final StringProperty warn = new SimpleStringProperty("");
    private final StringProperty critical = new SimpleStringProperty("");
    private final StringProperty hysteresis = new SimpleStringProperty("");
    private final StringProperty delay = new SimpleStringProperty("");
    private final StringProperty count = new SimpleStringProperty("");
    private final StringProperty guidance = new SimpleStringProperty("");
    private final BooleanProperty stops = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable RuleFault> fault = new ReadOnlyObjectWrapper<>();

    /** Of these rules. */
    public RulesModel(Rules rules, Actions actions, Texts texts, Desk desk) {
        this.rules = rules;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        selected.subscribe(this::fill);
        texts.localeProperty()
                .subscribe((before, now) -> List.of(percentile, warn, critical, hysteresis, count)
                        .forEach(field -> TypedNumber.read(field.get(), before)
                                .ifPresent(number -> field.set(TypedNumber.write(number, now)))));
        Stream.<Property<?>>of(name, what, type, sensor, percentile, side, warn, critical, hysteresis, delay, count,
                guidance, stops).forEach(field -> field.subscribe((_, _) -> fault.set(null)));
        refresh();
    }

    /** Takes over what is in force; a form that is being filled in stays. */
    public void refresh() {
        List<Rule> now = rules.inForce();
        if (!now.equals(inForce)) {
            Rule kept = selected.get();
            inForce.setAll(now);
            if (kept != null) {
                selected.set(now.stream().filter(rule -> rule.id().equals(kept.id())).findFirst().orElse(null));
            }
        }
    }

    /** The rules in force. */
    public ObservableList<Rule> inForce() {
        return inForce;
    }

    /** Where they are kept; null for nowhere. */
    @Nullable
    Path file() {
        return rules.file();
    }

    /** The rule in the form; null for a new one. */
    public ObjectProperty<@Nullable Rule> selectedProperty() {
        return selected;
    }

    /** Its name. */
    public StringProperty nameProperty() {
        return name;
    }

    /** One of {@link #WHATS}. */
    StringProperty whatProperty() {
        return what;
    }

    /** The type of the values; empty for all. */
    public StringProperty typeProperty() {
        return type;
    }

    StringProperty sensorProperty() {
        return sensor;
    }

    StringProperty percentileProperty() {
        return percentile;
    }

    /** One of {@link #SIDES}. */
    StringProperty sideProperty() {
        return side;
    }

    StringProperty warnProperty() {
        return warn;
    }

    /** The critical limit. */
    public StringProperty criticalProperty() {
        return critical;
    }

    StringProperty hysteresisProperty() {
        return hysteresis;
    }

    StringProperty delayProperty() {
        return delay;
    }

    StringProperty countProperty() {
        return count;
    }

    StringProperty guidanceProperty() {
        return guidance;
    }

    BooleanProperty stopsProperty() {
        return stops;
    }

    /** What is wrong with what was to be kept; null if nothing is. */
    ReadOnlyObjectProperty<@Nullable RuleFault> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Begins a new one. */
    public void begin() {
        selected.set(null);
        fill(null);
    }

    private void fill(@Nullable Rule rule) {
        Draft draft = rule == null
                ? new Draft(null, null, null, null, null, null, null, null, null, null, null)
                : Draft.of(rule);
        Draft.Watched watch = draft.watch();
        name.set(text(draft.name()));
        what.set(watch == null || watch.what() == null ? WHATS.getFirst() : watch.what());
        type.set(watch == null ? "" : text(watch.type()));
        sensor.set(watch == null ? "" : text(watch.sensor()));
        percentile.set(watch == null || watch.percentile() == null ? "95" : number(watch.percentile()));
        side.set(draft.side() == null ? SIDES.getFirst() : draft.side());
        warn.set(number(draft.warn()));
        critical.set(number(draft.critical()));
        hysteresis.set(number(draft.hysteresis()));
        delay.set(text(draft.delay()));
        count.set(draft.count() == null ? "" : Integer.toString(draft.count()));
        guidance.set(text(draft.guidance()));
        stops.set(draft.stops() != null && draft.stops());
        fault.set(null);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String number(@Nullable Double value) {
        return TypedNumber.write(value, texts.locale());
    }

    /** Keeps what is typed, if it is a rule. */
    public void keep() {
        Rule before = selected.get();
        Rule typed;
        try {
            typed = draft(before == null ? UUID.randomUUID().toString() : before.id()).rule();
        } catch (RuleException e) {
            fault.set(e.fault());
            return;
        }
        edit(all -> {
            List<Rule> next = new ArrayList<>(all);
            next.replaceAll(rule -> rule.id().equals(typed.id()) ? typed : rule);
            if (next.stream().noneMatch(rule -> rule.id().equals(typed.id()))) {
                next.add(typed);
            }
            return next;
        }, "rules.kept", typed);
    }

    /** Takes the rule away. */
    public void remove() {
        Rule rule = selected.get();
        if (rule != null) {
            selected.set(null);
            edit(all -> all.stream().filter(each -> !each.id().equals(rule.id())).toList(), "rules.removed", rule);
        }
    }

    /** Writes the rules in force in the words of others into a file. */
    void export(AlertForm form, Path file) {
        actions.run(() -> Files.writeString(file, form.write(rules.inForce(), EVERY)),
                _ -> desk.say(() -> texts.get("rules.exported", file)),
                cause -> desk.complain(() -> texts.get("rules.unexported", String.valueOf(cause.getMessage()))));
    }

    private void edit(UnaryOperator<List<Rule>> change, String done, Rule rule) {
        actions.run(() -> Optional.ofNullable(rules.edit(change)), aside -> {
            refresh();
            selected.set(inForce.stream().filter(each -> each.id().equals(rule.id())).findFirst().orElse(null));
            aside.ifPresentOrElse(file -> desk.complain(() -> texts.get("rules.aside", file)),
                    () -> desk.say(() -> texts.get(done, rule.name())));
        }, cause -> desk.complain(() -> texts.get("rules.unsaved", String.valueOf(cause.getMessage()))));
    }

    private Draft draft(String id) {
        boolean values = what.get().equals("values");
        return new Draft(id, name.get(),
                new Draft.Watched(what.get(), values ? type.get() : null, values ? sensor.get() : null,
                        what.get().equals("latency") ? typed(percentile) : null),
                side.get(), typed(warn), typed(critical), typed(hysteresis), delay.get(), whole(count), guidance.get(),
                stops.get());
    }

    /** Not a number where it is none, which no rule takes; null where nothing is typed. */
    private @Nullable Double typed(StringProperty field) {
        return field.get().isBlank() ? null : TypedNumber.read(field.get(), texts.locale()).orElse(Double.NaN);
    }

    private @Nullable Integer whole(StringProperty field) {
        Double number = typed(field);
        return number == null ? null : number == Math.rint(number) ? (int) Math.round(number) : Integer.valueOf(-1);
    }
}
