package com.sentori.sandbox.metrics;

import java.util.Comparator;

/** A name and value that tell metrics of one name apart. */
public record Dimension(String name, String value) implements Comparable<Dimension> {
    private static final Comparator<Dimension> ORDER = Comparator.comparing(Dimension::name)
            .thenComparing(Dimension::value);

    @Override
    public int compareTo(Dimension other) {
        return ORDER.compare(this, other);
    }
}
