package com.sentori.console.simulator;

/** Values that were recorded once, by row. Thread-safe. */
public interface Recording {
    /** How many there are, at least 1. */
    long rows();

    /** The value of a row, from 0. */
    double at(long row);
}
