package com.sentori.console.charts;

import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
            case LIMITS -> !chart.series().isEmpty();
            case NEXT_MARK -> !ids().isEmpty();
            case EDIT_MARK, REMOVE_MARK -> chosenNote() != null || chosenLimit() != null;
            case NOTE_EARLIER, NOTE_LATER -> chosenNote() != null;
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
            case LIMITS -> new LimitForm(chart, null).show();
            case EDIT_MARK -> edit(note);
            case REMOVE_MARK -> remove(note);
            case NOTE_EARLIER -> push(note, -STEP);
            case NOTE_LATER -> push(note, STEP);
            case RAISE_LIMIT -> shift(STEP);
            case DROP_LIMIT -> shift(-STEP);
            default -> throw new IllegalArgumentException(action + " is not about marks.");
        }
    }

    private void edit(@Nullable Annotation note) {
        Limit limit = chosenLimit();
        if (note != null) {
            write(note.time(), note.text(), text -> replace(note, each -> each.text(text)));
        } else if (limit != null) {
            new LimitForm(chart, limit.threshold()).show();
        }
    }

    private void remove(@Nullable Annotation note) {
        Limit limit = chosenLimit();
        if (note != null) {
            chart.link().annotations().remove(note);
        } else if (limit != null) {
            List<Threshold> left = chart.link()
                    .thresholds()
                    .stream()
                    .flatMap(each -> each.equals(limit.threshold())
                            ? each.without(limit.severity()).stream()
                            : Stream.of(each))
                    .toList();
            chart.link().thresholds().setAll(left);
        }
    }

    private void push(@Nullable Annotation note, double share) {
        if (note != null) {
            TimeWindow.Fixed span = chart.link().span();
            move(note, note.time() + Math.round((span.to() - span.from()) * share));
        }
    }

    /** Moves a note in time, for all who have it. */
    void move(Annotation note, long time) {
        replace(note, each -> each.time(time));
        chart.link().chosenProperty().set(note.id());
        chart.say(note.text() + ", " + chart.rulers().moment(time));
    }

    private void replace(Annotation note, UnaryOperator<Annotation> change) {
        chart.link().annotations().replaceAll(each -> each.id().equals(note.id()) ? change.apply(each) : each);
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
        chart.annotations()
                .stream()
                .filter(note -> note.id().equals(chart.link().chosenProperty().get()))
                .findFirst()
                .ifPresent(note -> {
                    chart.link().crosshairProperty().set(note.time());
                    chart.say(note.text() + ", " + chart.rulers().moment(note.time()));
                });
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
        chart.annotations().forEach(note -> ids.add(note.id()));
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
