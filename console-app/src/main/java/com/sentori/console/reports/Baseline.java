package com.sentori.console.reports;

/**
 * A run that another one is compared with.
 *
 * @param runId the run's, or that of a half of a twin run
 * @param tolerance percent by which a figure may be worse than its
 */
public record Baseline(String runId, double tolerance) {
    /** Percent, where nobody says otherwise. */
    public static final int STANDARD_TOLERANCE = 20;

    private static final double MOST = 1_000;

    /** Demands a tolerance that is one. */
    public Baseline {
        if (!(tolerance >= 0 && tolerance <= MOST)) {
            throw new IllegalArgumentException("A tolerance is 0 to " + (int) MOST + " percent.");
        }
    }
}
