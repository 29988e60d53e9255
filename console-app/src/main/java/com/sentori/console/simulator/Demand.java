package com.sentori.console.simulator;

/** What the parts of a scenario demand of their values: screens say it in their language, the command line by {@link #sentence}. Members are named as in a scenario file. */
public enum Demand {
    /** A member, by name, is a number. */
    NUMBER("%s must be a number"),
    /** The higher end is not below the lower one. */
    ORDER("high must not be below low"),
    /** The higher end is over the lower one. */
    RISE("high must be over low"),
    /** A member, by name, is a chance. */
    CHANCE("%s must be a chance from 0 to 1"),
    /** A member, by name, is a time. */
    LENGTH("%s must be a time over 0, like 30s"),
    /** A group's name has so many characters at most, of some. */
    GROUP_NAME("name must be 1 to %s of A-Z a-z 0-9 . _ -"),
    /** A group has so many sensors at most. */
    SENSORS("sensors must be 1 to %s"),
    /** A sensor's rate is so high at most. */
    RATE("rate must be at most %s readings a second and at least one an hour"),
    /** Something is measured. */
    READINGS("readings must say at least one type"),
    /** Nothing is measured twice. */
    TYPES("readings must not have a type twice"),
    /** Readings are so late at most. */
    LATEST("by must be at most 10m"),
    /** A phase has a name. */
    PHASE_NAME("name is missing"),
    /** A phase multiplies rates. */
    PHASE_RATE("rate must be over 0 and at most 100: by how much rates are multiplied"),
    /** What is measured has a name. */
    TYPE("type must be a text of 1 to 64 characters"),
    /** Values have a shape. */
    WAVE("wave is missing: say which shape the values have"),
    /** Noise is a deviation. */
    NOISE("noise must be 0 or more"),
    /** A scenario's name has so many characters at most. */
    NAME("name must be a text of 1 to %s characters"),
    /** A scenario has so many groups at most. */
    GROUPS("groups must hold 1 to %s groups of sensors"),
    /** Groups are told apart by their names. */
    GROUP_NAMES("groups must not have a name twice"),
    /** No phase makes a sensor faster than this. */
    FASTEST("phases must not take a rate over %s readings a second"),
    /** A time of trouble fits its stretch. */
    WINDOW("length must not be over every"),
    /** Steps have values. */
    LEVELS("levels must hold at least one value"),
    /** A walk goes somewhere. */
    STEP("step must be over 0");

    private final String form;

    Demand(String form) {
        this.form = form;
    }

    /**
     * In English, without a full stop.
     *
     * @param about the member or the limit that it is about, where it is about one
     */
    public String sentence(String about) {
        return form.formatted(about);
    }
}
