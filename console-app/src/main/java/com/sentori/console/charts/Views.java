package com.sentori.console.charts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The view that is seen, those before it, and those that were undone: one stack for zooming and panning, of a bounded depth. FX thread. */
public final class Views {
    private static final int DEPTH = 100;

    private final Deque<View> before = new ArrayDeque<>();
    private final Deque<View> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<View> now;

    Views(View first) {
        now = new ReadOnlyObjectWrapper<>(first);
    }

    /** What is seen. */
    public ReadOnlyObjectProperty<View> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** What is seen. */
    public View now() {
        return now.get();
    }

    /** Shows a view that can be undone. */
    public void go(View next) {
        if (!next.equals(now.get())) {
            remember(now.get());
            now.set(next);
        }
    }

    /** Keeps a view as a step of its own, before many small ones that are to be undone at once. */
    void remember(View view) {
        before.push(view);
        undone.clear();
        if (before.size() > DEPTH) {
            before.removeLast();
        }
    }

    /** Shows a view in the place of what is seen, as a step of a movement. */
    void replace(View next) {
        now.set(next);
    }

    /** Shows other views in the place of all, also of those before and those that were undone. */
    void replaceAll(UnaryOperator<View> by) {
        for (Deque<View> steps : List.of(before, undone)) {
            List<View> others = steps.stream().map(by).toList();
            steps.clear();
            steps.addAll(others);
        }
        View next = by.apply(now.get());
        if (!next.equals(now.get())) {
            now.set(next);
        }
    }

    /** Goes one step back, if there is one. */
    public void undo() {
        if (canUndo()) {
            undone.push(now.get());
            now.set(before.pop());
        }
    }

    /** Takes one step back back. */
    public void redo() {
        if (canRedo()) {
            before.push(now.get());
            now.set(undone.pop());
        }
    }

    /** Whether there is a step to undo. */
    public boolean canUndo() {
        return !before.isEmpty();
    }

    /** Whether there is a step to redo. */
    public boolean canRedo() {
        return !undone.isEmpty();
    }
}
