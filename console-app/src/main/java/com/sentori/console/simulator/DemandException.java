package com.sentori.console.simulator;

/** A part of a scenario has values that it cannot have. The message is in English, without a full stop. */
public final class DemandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Demand demand;
    private final String about;

    DemandException(Demand demand, String about) {
        super(demand.sentence(about));
        this.demand = demand;
        this.about = about;
    }

    /** What is demanded. */
    public Demand demand() {
        return demand;
    }

    /** The member or the limit that it is about; empty where it is about none. */
    public String about() {
        return about;
    }
}
