package com.sentori.console.bell;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Rules;
import com.sentori.console.stage.Actions;
import com.sentori.console.thresholds.Threshold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;

/**
 * Keeps the limits that charts draw and the rules the same: what is set on a chart becomes a rule as soon as it stands for a beat, what is changed in the rules is
 * drawn. FX thread.
 */
final class Limits {
    private final ObservableList<Threshold> drawn;
    private final Rules rules;
    private final Actions actions;
    private final Consumer<Exception> failed;
    private List<Threshold> agreed;
    private List<Threshold> seen = List.of();
    private boolean writing;

    /** Draws what the rules say. */
    Limits(ObservableList<Threshold> drawn, Rules rules, Actions actions, Consumer<Exception> failed) {
        this.drawn = drawn;
        this.rules = rules;
        this.actions = actions;
        this.failed = failed;
        this.agreed = Rule.drawn(rules.inForce());
        drawn.setAll(agreed);
    }

    void refresh() {
        List<Threshold> now = List.copyOf(drawn);
        boolean stands = now.equals(seen);
        seen = now;
        if (writing) {
            return;
        }
        if (!now.equals(agreed)) {
            if (stands) {
                keep(now);
            }
            return;
        }
        draw();
    }

    private void draw() {
        List<Threshold> wanted = Rule.drawn(rules.inForce());
        if (!wanted.equals(agreed)) {
            agreed = wanted;
            drawn.setAll(wanted);
        }
    }

    private void keep(List<Threshold> now) {
        writing = true;
        UnaryOperator<List<Rule>> change = change(now);
        actions.run(() -> Optional.ofNullable(rules.edit(change)), _ -> written(now), fault -> {
            written(now);
            failed.accept(fault);
        });
    }

    /** What is drawn is what is in force, unless somebody went on meanwhile. */
    private void written(List<Threshold> now) {
        writing = false;
        boolean same = List.copyOf(drawn).equals(now);
        agreed = same ? now : Rule.drawn(rules.inForce());
        if (same) {
            draw();
        }
    }

    private UnaryOperator<List<Rule>> change(List<Threshold> now) {
        Map<String, Threshold> before = byId(agreed);
        Map<String, Threshold> after = byId(now);
        return all -> {
            List<Rule> next = new ArrayList<>();
            for (Rule rule : all) {
                Threshold limit = after.get(rule.id());
                if (limit == null) {
                    // One that is not drawn, or came meanwhile, stays; one that was drawn was taken away.
                    if (!before.containsKey(rule.id())) {
                        next.add(rule);
                    }
                } else {
                    next.add(limit.equals(before.get(rule.id())) ? rule : rule.with(limit));
                }
            }
            List<String> known = all.stream().map(Rule::id).toList();
            now.stream()
                    .filter(limit -> !known.contains(limit.id()) && !before.containsKey(limit.id()))
                    .map(Rule::of)
                    .forEach(next::add);
            return next;
        };
    }

    private static Map<String, Threshold> byId(List<Threshold> limits) {
        return limits.stream().collect(Collectors.toMap(Threshold::id, Function.identity(), (first, _) -> first));
    }

    /** Keeps now what was changed and not kept yet. Waits for the disk. */
    void keepNow() {
        List<Threshold> now = List.copyOf(drawn);
        if (!now.equals(agreed)) {
            try {
                rules.edit(change(now));
                written(now);
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }
}
