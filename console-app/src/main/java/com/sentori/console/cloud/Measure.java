package com.sentori.console.cloud;

/** What is measured of a backend, in the order in which it is shown. */
public enum Measure {
    /** Requests that were answered. */
    REQUESTS(Unit.PER_SECOND),
    /** Of those, the ones that the backend could not answer (5xx). */
    ERRORS(Unit.PERCENT, 0, 5),
    /** Half of the requests took less. */
    LATENCY_P50(Unit.MILLISECONDS),
    /** 95 of 100 requests took less. */
    LATENCY_P95(Unit.MILLISECONDS),
    /** 99 of 100 requests took less. */
    LATENCY_P99(Unit.MILLISECONDS),
    /** Calls of functions. */
    INVOCATIONS(Unit.PER_SECOND),
    /** Calls of functions that failed, in a bucket. */
    FUNCTION_ERRORS(Unit.COUNT, 0, Double.POSITIVE_INFINITY),
    /** What was turned away for lack of room, in a bucket: calls of functions, or answers 429 and 503. */
    THROTTLES(Unit.COUNT, 0, Double.POSITIVE_INFINITY),
    /** Calls of functions at once. */
    CONCURRENCY(Unit.COUNT),
    /** Tasks that answer. */
    TASKS(Unit.COUNT),
    /** Tasks that should and do not. */
    TASKS_MISSING(Unit.COUNT, Double.POSITIVE_INFINITY, 0),
    /** Processor that the tasks use of what they have. */
    CPU(Unit.PERCENT, 90, Double.POSITIVE_INFINITY),
    /** Memory that the tasks use of what they may. */
    MEMORY(Unit.PERCENT, 95, Double.POSITIVE_INFINITY),
    /** Read capacity that is consumed. */
    READ_UNITS(Unit.PER_SECOND),
    /** Write capacity that is consumed. */
    WRITE_UNITS(Unit.PER_SECOND),
    /** What a call of the store takes, or a commit, on average. */
    DATABASE_LATENCY(Unit.MILLISECONDS),
    /** Calls that the store turned away, in a bucket. */
    DATABASE_THROTTLES(Unit.COUNT, 0, Double.POSITIVE_INFINITY),
    /** Connections to the database in use. */
    DATABASE_CONNECTIONS(Unit.COUNT),
    /** Who waits for one. */
    DATABASE_WAITING(Unit.COUNT, 0, Double.POSITIVE_INFINITY),
    /** Processor that the database uses of what it has. */
    DATABASE_CPU(Unit.PERCENT, 90, Double.POSITIVE_INFINITY);

    private final Unit unit;
    private final double warnAbove;
    private final double badAbove;

    Measure(Unit unit) {
        this(unit, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    Measure(Unit unit, double warnAbove, double badAbove) {
        this.unit = unit;
        this.warnAbove = warnAbove;
        this.badAbove = badAbove;
    }

    /** Of its values. */
    public Unit unit() {
        return unit;
    }

    /** How a value of it is to be taken. */
    public Level level(double value) {
        return value > badAbove ? Level.BAD : value > warnAbove ? Level.WARN : Level.GOOD;
    }

    /** What a value is counted in. */
    public enum Unit {
        /** Of something, a second. */
        PER_SECOND,
        /** Of a hundred. */
        PERCENT,
        /** Of time. */
        MILLISECONDS,
        /** Of things. */
        COUNT
    }
}
