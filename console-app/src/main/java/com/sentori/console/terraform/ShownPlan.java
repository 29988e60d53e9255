package com.sentori.console.terraform;

/** A plan that somebody looks at, and the file by which exactly it is applied. Closed, the file is gone. */
public final class ShownPlan implements AutoCloseable {
    private final Plan plan;
    private final PlanFile file;
    private final PlanFile.Note note;

    ShownPlan(Plan plan, PlanFile file, PlanFile.Note note) {
        this.plan = plan;
        this.file = file;
        this.note = note;
    }

    /** What it would do. */
    public Plan plan() {
        return plan;
    }

    /** By which it is approved. */
    public String id() {
        return note.id();
    }

    PlanFile file() {
        return file;
    }

    PlanFile.Note note() {
        return note;
    }

    @Override
    public void close() {
        file.close();
    }
}
