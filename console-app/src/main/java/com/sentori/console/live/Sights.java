package com.sentori.console.live;

import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartLayout;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.thresholds.Threshold;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How runs are looked at: limits, hidden lines, logarithmic axes and the zone go along from run to run, notes stay with theirs. FX thread. */
final class Sights {
    /** The most runs whose notes are kept. */
    static final int MOST_RUNS = 50;

    private final Map<String, List<Annotation>> notes = new LinkedHashMap<>();
    private final ObservableList<Threshold> limits = FXCollections.observableArrayList();
    private ChartLink link = new ChartLink(ZoneId::systemDefault, limits);
    private @Nullable String run;

    /** What the charts of the run that is looked at share. */
    ChartLink link() {
        return link;
    }

    /** The limits that all charts draw. */
    ObservableList<Threshold> limits() {
        return limits;
    }

    /** Looks at another run, by its id; null for none. */
    void turnTo(@Nullable String next) {
        Map<String, List<Annotation>> all = notes();
        ChartLink made = new ChartLink(ZoneId::systemDefault, limits);
        common().with(limits, next == null ? List.of() : all.getOrDefault(next, List.of())).applyTo(made);
        link = made;
        run = next;
    }

    /** Takes up what was kept; limits that a layout kept before they were rules join those that there are. */
    void use(@Nullable ChartLayout charts, Map<String, List<Annotation>> kept) {
        notes.putAll(kept);
        if (charts != null) {
            List<Threshold> all = new ArrayList<>(limits);
            charts.thresholds()
                    .stream()
                    .filter(old -> limits.stream().noneMatch(known -> known.id().equals(old.id())))
                    .forEach(all::add);
            charts.with(all, List.of()).applyTo(link);
        }
    }

    /** Looks at things as was saved; limits and notes stay. */
    void recall(@Nullable ChartLayout charts) {
        if (charts != null) {
            charts.with(limits, List.copyOf(link.annotations())).applyTo(link);
        }
    }

    /** What goes along. */
    ChartLayout common() {
        return ChartLayout.of(link).common();
    }

    /** The notes of the runs that were looked at last, with those of now. */
    Map<String, List<Annotation>> notes() {
        String looked = run;
        if (looked != null) {
            notes.remove(looked);
            if (!link.annotations().isEmpty()) {
                notes.put(looked, List.copyOf(link.annotations()));
            }
        }
        Iterator<String> oldest = notes.keySet().iterator();
        while (notes.size() > MOST_RUNS) {
            oldest.next();
            oldest.remove();
        }
        return notes;
    }
}
