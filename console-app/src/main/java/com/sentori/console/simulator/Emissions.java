package com.sentori.console.simulator;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan emits, in the order in which it leaves. It holds what is late on purpose, and nothing else. Not thread-safe.
 */
public final class Emissions implements Iterator<Emission> {
    private final PriorityQueue<Next> next = new PriorityQueue<>();
    private final PriorityQueue<Emission> held = new PriorityQueue<>();

    /** After one that has left already; null from the first. */
    Emissions(List<Cast> casts, @Nullable Emission last) {
        long first = 0;
        for (Cast cast : casts) {
            long number = last == null ? 0 : cast.at(last.nanos() - cast.longestDelayNanos());
            if (number < cast.count()) {
                next.add(new Next(cast, first, number, cast.dueNanos(number)));
            }
            first += cast.count();
        }
        while (last != null && hasNext() && peek().compareTo(last) <= 0) {
            held.remove();
        }
    }

    @Override
    public boolean hasNext() {
        fill();
        return !held.isEmpty();
    }

    /** The one that {@link #next} gives, left in its place. */
    public Emission peek() {
        fill();
        Emission first = held.peek();
        if (first == null) {
            throw new NoSuchElementException();
        }
        return first;
    }

    @Override
    public Emission next() {
        Emission first = peek();
        held.remove();
        return first;
    }

    /** Until nothing that is still to come can leave before what is held. */
    private void fill() {
        for (Next due = next.peek(); due != null; due = next.peek()) {
            Emission first = held.peek();
            if (first != null && first.nanos() < due.nanos) {
                return;
            }
            next.remove();
            long leaves = due.nanos + due.cast.delayNanos(due.number);
            for (int copy = 0; copy < due.cast.copies(due.number); copy++) {
                held.add(new Emission(leaves, due.first + due.number, copy));
            }
            long number = due.number + 1;
            if (number < due.cast.count()) {
                next.add(new Next(due.cast, due.first, number, due.cast.dueNanos(number)));
            }
        }
    }

    /** The next reading of a group. */
    private record Next(Cast cast, long first, long number, long nanos) implements Comparable<Next> {
        @Override
        public int compareTo(Next other) {
            return Long.compare(nanos, other.nanos);
        }
    }
}
