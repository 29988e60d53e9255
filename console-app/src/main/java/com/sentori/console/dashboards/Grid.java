package com.sentori.console.dashboards;

/**
 * Where a panel lies, in cells of Grafana's grid, which is 24 wide.
 *
 * @param x from the left
 * @param y from the top
 * @param width at least 1
 * @param height at least 1
 */
public record Grid(int x, int y, int width, int height) {
    /** Cells of a line. */
    public static final int COLUMNS = 24;

    /** Brings a panel that stands out of the grid back into it. */
    public Grid {
        x = Math.clamp(x, 0, COLUMNS - 1);
        y = Math.max(0, y);
        width = Math.clamp(width, 1, COLUMNS - x);
        height = Math.max(1, height);
    }
}
