package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Load;
import com.sentori.bench.load.Wire;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.OldRuns;
import com.sentori.bench.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads with ten million readings of old runs in the table, against a hundred thousand of as many runs: two databases, two servers.
 */
final class BigTable implements Measurement {
    private static final int TAIL = 1_000;
    private static final double P50 = 50;
    private static final double RATE = 50;

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        OldRuns few = scale.quick() ? OldRuns.NONE : new OldRuns(1_000, 100);
        OldRuns many = scale.quick() ? Polls.QUICKLY : new OldRuns(1_000, 10_000);
        int rows = many.runs() * many.readings();
        try (Filled small = new Filled(site, few); Filled big = new Filled(site, many)) {
            List<Figure> figures = new ArrayList<>();
            for (Map.Entry<String, String> call : calls(big.run, scale).entrySet()) {
                List<Rounds.Measure> measures = new ArrayList<>();
                for (Filled filled : List.of(big, small)) {
                    Load load = filled.load(calls(filled.run, scale).getOrDefault(call.getKey(), call.getValue()));
                    load.warmUp(scale.warmUp().dividedBy(2));
                    // One connection at a modest rate: what a caller waits for, and no queue.
                    measures.add(() -> load.openLoop(RATE, scale.turn()).checked().milliseconds(P50));
                }
                figures.add(Figure.compared("ecs.table." + call.getKey(), "ms",
                        Rounds.of(scale.rounds(), measures).compare(0, 1), Goal.atMost(1.3),
                        String.format(Locale.ROOT, "%s, p50, with %,d readings of old runs in the table, against %,d",
                                call.getKey(), rows, few.runs() * few.readings())));
            }
            return figures;
        }
    }

    private static Map<String, String> calls(String run, Scale scale) {
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("can-start", "/api/runs/can-start");
        calls.put("running", "/api/runs/running");
        if (!scale.quick()) { // else the smaller table has fewer runs as well, and a list counts them
            calls.put("list", "/api/runs");
        }
        calls.put("tail", "/api/runs/" + run + "/readings");
        return calls;
    }

    /** A server on a table with so many readings of old runs, and a new run of a thousand. */
    private static final class Filled implements AutoCloseable {
        private final EcsProcess server;
        private final String run;
        private final List<Load> loads = new ArrayList<>();

        Filled(Site site, OldRuns runs) throws Exception {
            this.server = site.server(runs);
            this.run = server.startRun();
            String batch = Bodies.batch(1, TAIL);
            server.call("POST", "/api/sensors/data", "{\"runId\":\"" + run + "\"," + batch.substring(1));
        }

        Load load(String path) throws IOException {
            Load load = new Load(server.port(), 1, List.of(Wire.get(path)), 200);
            loads.add(load);
            return load;
        }

        @Override
        public void close() throws IOException {
            for (Load load : loads) {
                load.close();
            }
        }
    }
}
