package com.sentori.bench.console;

import com.sentori.bench.figures.Choice;
import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Report;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./sentori bench console}: what the console promises. */
public final class Console {
    private static final Map<String, Measurement> MEASUREMENTS = measurements();

    private Console() {}

    /**
     * Measures.
     *
     * @param only rows whose id begins with one of these; none for all
     * @throws IllegalArgumentException if there are no such rows
     */
    public static Report run(Path home, boolean quick, List<String> only) throws Exception {
        List<Figure> rows = new ArrayList<>();
        for (Measurement measurement : Choice.of(MEASUREMENTS, only)) {
            System.err.println("Measuring with " + measurement.getClass().getSimpleName() + " …");
            List<Figure> measured = measurement.measure(home, quick ? Scale.QUICK : Scale.FULL);
            // A later one may break off: what is measured already is told at once.
            System.err.print(new Report(List.of(), measured).table());
            rows.addAll(measured);
        }
        return new Report(Machine.describe(), rows);
    }

    private static Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("console.store", new StoreAppends());
        all.put("console.journal", new JournalWrites());
        all.put("console.charts.100", new LiveCharts(100, 16.7));
        all.put("console.charts.1000", new LiveCharts(1_000, 33));
        all.put("console.charts.zoom", new ChartZoom());
        all.put("console.dashboard", new DashboardRefresh());
        all.put("console.simulator", new SimulatedLoad());
        all.put("console.pixel", new PostedToPixel());
        all.put("console.plan", new PlanShown());
        all.put("console.start", new Starts());
        all.put("console.soak", new Soak());
        return all;
    }
}
