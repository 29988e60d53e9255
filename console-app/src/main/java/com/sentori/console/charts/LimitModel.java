package com.sentori.console.charts;

import com.sentori.console.thresholds.Band;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.TypedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The form of a chart's limits: which there are, what is typed of one, and what is wrong with that. Needs no toolkit. FX thread. */
final class LimitModel {
    static final int LONGEST_NAME = 40;
    /** The most thresholds of charts that are linked. */
    static final int MOST = 50;

    private final ObservableList<Threshold> thresholds;
    private final List<String> units;
    private final Locale locale;
    private final ObjectProperty<@Nullable Band> edited = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty unit = new SimpleStringProperty("");
    private final StringProperty warnBelow = new SimpleStringProperty("");
    private final StringProperty criticalBelow = new SimpleStringProperty("");
    private final StringProperty warnAbove = new SimpleStringProperty("");
    private final StringProperty criticalAbove = new SimpleStringProperty("");
    private final StringProperty hysteresis = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();

    /** What may be wrong, in the order in which it is said. */
    enum Fault {
        /** No name, or too long a one. */
        NAME,
        /** A limit is no number. */
        NUMBER,
        /** The hysteresis is no number from 0 on. */
        HYSTERESIS,
        /** No limit at all. */
        NONE,
        /** What is critical comes before what is warned of. */
        ORDER,
        /** No value is good. */
        CROSSED,
        /** There are as many as there may be. */
        MANY
    }

    /**
     * Of these thresholds.
     *
     * @param units of the chart's axes
     * @param locale in which numbers are written and read
     */
    LimitModel(ObservableList<Threshold> thresholds, List<String> units, Locale locale) {
        this.thresholds = thresholds;
        this.units = List.copyOf(units);
        this.locale = locale;
        edited.subscribe(this::fill);
        Stream.of(name, unit, warnBelow, criticalBelow, warnAbove, criticalAbove, hysteresis)
                .forEach(field -> field.subscribe((_, _) -> fault.set(null)));
    }

    /** All bands that can be edited. */
    List<Band> bands() {
        return Band.of(thresholds);
    }

    /** The units that can be chosen. */
    List<String> units() {
        List<String> all = new ArrayList<>(units);
        bands().stream().map(Band::unit).filter(each -> !all.contains(each)).distinct().forEach(all::add);
        return all;
    }

    /** What is edited; null for a new one. */
    ObjectProperty<@Nullable Band> editedProperty() {
        return edited;
    }

    /** Edits the band that a threshold belongs to. */
    void edit(Threshold threshold) {
        edited.set(bands().stream().filter(band -> band.has(threshold)).findFirst().orElse(null));
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty unitProperty() {
        return unit;
    }

    StringProperty warnBelowProperty() {
        return warnBelow;
    }

    StringProperty criticalBelowProperty() {
        return criticalBelow;
    }

    StringProperty warnAboveProperty() {
        return warnAbove;
    }

    StringProperty criticalAboveProperty() {
        return criticalAbove;
    }

    StringProperty hysteresisProperty() {
        return hysteresis;
    }

    /** What is wrong with what was to be kept; null if nothing is. */
    ReadOnlyObjectProperty<@Nullable Fault> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Keeps what is typed; whether it was right. */
    boolean keep() {
        Band before = edited.get();
        Band typed;
        try {
            typed = read(before == null ? UUID.randomUUID().toString() : before.id());
        } catch (Wrong e) {
            fault.set(e.fault);
            return false;
        }
        List<Threshold> sides = typed.thresholds();
        List<Threshold> next = new ArrayList<>();
        for (Threshold each : thresholds) {
            if (!typed.has(each)) {
                next.add(each);
            } else if (!sides.isEmpty()) {
                // In the place where it was, that the order of names stays.
                next.addAll(sides);
                sides = List.of();
            }
        }
        next.addAll(sides);
        if (next.size() > MOST) {
            fault.set(Fault.MANY);
            return false;
        }
        fault.set(null);
        thresholds.setAll(next);
        return true;
    }

    /** Takes what is edited away. */
    void remove() {
        Band band = edited.get();
        if (band != null) {
            thresholds.removeIf(band::has);
            edited.set(null);
        }
    }

    private void fill(@Nullable Band band) {
        fault.set(null);
        String first = units.isEmpty() ? "" : units.getFirst();
        unit.set(band == null ? first : band.unit());
        name.set(band == null ? first : band.name());
        warnBelow.set(text(band == null || band.below() == null ? null : band.below().warn()));
        criticalBelow.set(text(band == null || band.below() == null ? null : band.below().critical()));
        warnAbove.set(text(band == null || band.above() == null ? null : band.above().warn()));
        criticalAbove.set(text(band == null || band.above() == null ? null : band.above().critical()));
        hysteresis.set(text(band == null ? 0.0 : band.hysteresis()));
    }

    private String text(@Nullable Double value) {
        return TypedNumber.write(value, locale);
    }

    private Band read(String id) throws Wrong {
        String called = name.get().strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new Wrong(Fault.NAME);
        }
        Double lowest = limit(criticalBelow);
        Double low = limit(warnBelow);
        Double high = limit(warnAbove);
        Double highest = limit(criticalAbove);
        Double back = hysteresis.get().isBlank() ? Double.valueOf(0) : number(hysteresis.get());
        if (back == null || back < 0) {
            throw new Wrong(Fault.HYSTERESIS);
        }
        List<Double> inOrder = new ArrayList<>();
        for (Double each : new @Nullable Double[]{lowest, low, high, highest}) {
            if (each != null) {
                inOrder.add(each);
            }
        }
        if (inOrder.isEmpty()) {
            throw new Wrong(Fault.NONE);
        }
        if (isOver(lowest, low) || isOver(high, highest)) {
            throw new Wrong(Fault.ORDER);
        }
        if (!inOrder.equals(inOrder.stream().sorted().toList())) {
            throw new Wrong(Fault.CROSSED);
        }
        return new Band(id, called, Objects.requireNonNullElse(unit.get(), ""),
                lowest == null && low == null ? null : new Band.Pair(low, lowest),
                highest == null && high == null ? null : new Band.Pair(high, highest), back);
    }

    private static boolean isOver(@Nullable Double a, @Nullable Double b) {
        return a != null && b != null && a > b;
    }

    private @Nullable Double limit(StringProperty typed) throws Wrong {
        if (typed.get().isBlank()) {
            return null;
        }
        Double value = number(typed.get());
        if (value == null) {
            throw new Wrong(Fault.NUMBER);
        }
        return value;
    }

    private @Nullable Double number(String typed) {
        return TypedNumber.read(typed, locale).orElse(null);
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final Fault fault;

        Wrong(Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }
    }
}
