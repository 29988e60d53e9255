package com.sentori.console.charts;

import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with notes and limits. FX thread. */
final class MarkDeeds {
    private static final double STEP = 0.01;

    private final LiveChart chart;
    private @Nullable Notepad notepad;

    /** A limit of a threshold. */
    record Limit(Threshold threshold, Severity severity) {
        String id() {
            return threshold.id() + severity;
        }
    }

    MarkDeeds(LiveChart chart) {
        this.chart = chart;
    }

    void setNotepad(Notepad pad) {
        notepad = pad;
    }

    boolean isEnabled(ChartAction action) {
        return switch (action) {
            case NEXT_MARK -> !ids().isEmpty();
            case EDIT_MARK, REMOVE_MARK -> chosenNote() != null;
            default -> chosenLimit() != null;
        };
    }

    void run(ChartAction action, long place) {
        Annotation note = chosenNote();
        switch (action) {
            case ANNOTATE -> write(place, "", text -> {
                Annotation made = new Annotation(UUID.randomUUID().toString(), place, text, Annotation.Kind.BY_HAND);
                chart.link().annotations().add(made);
                chart.link().chosenProperty().set(made.id());
            });
            case NEXT_MARK -> choose();
            case EDIT_MARK -> {
                if (note != null) {
                    write(note.time(), note.text(), text -> chart.link()
                            .annotations()
                            .replaceAll(each -> each.id().equals(note.id()) ? each.text(text) : each));
                }
            }
            case REMOVE_MARK -> chart.link().annotations().remove(note);
            case RAISE_LIMIT -> shift(STEP);
            case DROP_LIMIT -> shift(-STEP);
            default -> throw new IllegalArgumentException(action + " is not about marks.");
        }
    }

    private void write(long time, String text, Consumer<String> written) {
        if (notepad != null) {
            notepad.open(time, text, written);
        }
    }

    private void choose() {
        List<String> ids = ids();
        int next = ids.indexOf(chart.link().chosenProperty().get()) + 1;
        chart.link().chosenProperty().set(ids.get(next % ids.size()));
        Annotation note = chosenNote();
        if (note != null) {
            chart.link().crosshairProperty().set(note.time());
            chart.say(note.text());
        }
        Limit limit = chosenLimit();
        if (limit != null) {
            say(limit);
        }
    }

    private void say(Limit limit) {
        Double value = limit.threshold().limit(limit.severity());
        chart.say(limit.threshold().name() + " " + (value == null ? "" : chart.rulers().value(value)));
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>(limits().stream().map(Limit::id).toList());
        chart.annotations()
                .stream()
                .filter(note -> note.kind() == Annotation.Kind.BY_HAND)
                .forEach(note -> ids.add(note.id()));
        return ids;
    }

    List<Limit> limits() {
        List<Limit> limits = new ArrayList<>();
        for (Threshold threshold : chart.link().thresholds()) {
            for (Severity severity : Severity.values()) {
                if (threshold.limit(severity) != null && chart.units().contains(threshold.unit())) {
                    limits.add(new Limit(threshold, severity));
                }
            }
        }
        return limits;
    }

    private @Nullable Annotation chosenNote() {
        return chart.link()
                .annotations()
                .stream()
                .filter(note -> note.id().equals(chart.link().chosenProperty().get()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Limit chosenLimit() {
        return limits().stream()
                .filter(limit -> limit.id().equals(chart.link().chosenProperty().get()))
                .findFirst()
                .orElse(null);
    }

    private void shift(double share) {
        Limit limit = chosenLimit();
        Drawn shown = chart.shown();
        Double value = limit == null ? null : limit.threshold().limit(limit.severity());
        if (limit != null && shown != null && value != null) {
            Scale scale = shown.frame().scales().get(chart.units().indexOf(limit.threshold().unit()));
            move(limit, scale.at(scale.down(value) - share));
        }
    }

    /** Moves a limit, for all who have its threshold. */
    void move(Limit limit, double value) {
        Threshold moved = limit.threshold().moved(limit.severity(), value);
        chart.link().thresholds().replaceAll(each -> each.id().equals(moved.id()) ? moved : each);
        chart.link().chosenProperty().set(limit.id());
        say(new Limit(moved, limit.severity()));
    }
}
