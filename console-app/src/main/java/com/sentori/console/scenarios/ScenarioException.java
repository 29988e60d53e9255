package com.sentori.console.scenarios;

/** A scenario cannot be used. The message is one sentence in English that says where in which file, and what to do. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ScenarioFault fault;

    ScenarioException(ScenarioFault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    /** Why. */
    public ScenarioFault fault() {
        return fault;
    }

    /** The sentence. */
    public String sentence() {
        return fault.sentence();
    }
}
