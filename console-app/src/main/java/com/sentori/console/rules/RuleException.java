package com.sentori.console.rules;

/** A rule, or a file of rules, cannot be used. The message is one sentence in English that says where in which file, and what to do. */
public final class RuleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RuleFault fault;

    RuleException(RuleFault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    /** Why. */
    public RuleFault fault() {
        return fault;
    }
}
