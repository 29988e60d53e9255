package com.sentori.console.terraform;

import java.time.Duration;

/** What a line of Terraform's progress says, as far as anybody is told. What provisioners print is not: it may hold secrets. */
public sealed interface Message {
    /**
     * A resource that a plan would change.
     *
     * @param address of it
     * @param action what would become of it
     */
    record Planned(String address, Action action) implements Message {}

    /**
     * How far a resource is.
     *
     * @param address of it
     * @param action what becomes of it
     * @param phase how far
     * @param elapsed since it began, in whole seconds
     */
    record Progress(String address, Action action, Phase phase, Duration elapsed) implements Message {}

    /** Something to complain about. */
    record Complaint(Diagnostic diagnostic) implements Message {}

    /**
     * What came of all.
     *
     * @param add resources that are made
     * @param change resources that are changed in place
     * @param remove resources that are destroyed
     * @param applied whether it was done, or is but planned
     */
    record Summary(int add, int change, int remove, boolean applied) implements Message {}

    /** It was interrupted, and ends in order. */
    record Interrupted() implements Message {}

    /** How far a resource is. */
    enum Phase {
        /** It is being read. */
        REFRESHING,
        /** What becomes of it goes on. */
        RUNNING,
        /** It is done. */
        DONE,
        /** It did not succeed. */
        FAILED
    }
}
