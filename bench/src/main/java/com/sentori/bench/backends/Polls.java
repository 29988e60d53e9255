package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Load;
import com.sentori.bench.load.Wire;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every open client polls each second, with 0, 1,000 and 100,000 ended runs: three databases, three servers. */
final class Polls implements Measurement {
    private static final int CONNECTIONS = 32;
    private static final int RUNNING = 3;
    private static final double SHARE = 0.10;

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        try (Beside none = new Beside(site, 0);
                Beside some = new Beside(site, 1_000);
                Beside many = new Beside(site, scale.size(100_000, 20_000))) {
            List<Figure> figures = new ArrayList<>();
            for (String call : List.of("can-start", "running")) {
                List<Rounds.Measure> measures = new ArrayList<>();
                for (Beside beside : List.of(none, some, many)) {
                    Load load = beside.load(call);
                    load.warmUp(scale.warmUp());
                    measures.add(() -> load.closedLoop(scale.turn()).checked().perSecond());
                }
                Rounds rounds = Rounds.of(scale.rounds(), measures);
                figures.add(figure(call, some, rounds.compare(1, 0)));
                figures.add(figure(call, many, rounds.compare(2, 0)).reducedIf(scale.quick()));
            }
            return figures;
        }
    }

    private static Figure figure(String call, Beside beside, Rounds.Pair pair) {
        return Figure.compared("ecs.poll." + call + "." + beside.runs, "requests/s", pair, Goal.within(SHARE),
                String.format(Locale.ROOT,
                        "`%s`, 32 connections, 3 running runs and %,d ended ones, against none ended",
                        call, beside.runs));
    }

    /** A server beside so many ended runs. */
    private static final class Beside implements AutoCloseable {
        private final int runs;
        private final EcsProcess server;
        private final List<Load> loads = new ArrayList<>();

        Beside(Site site, int runs) throws Exception {
            this.runs = runs;
            String database = site.database();
            this.server = site.server(database);
            new OldRuns(runs, 0).into(site, database);
            for (int i = 0; i < RUNNING; i++) {
                server.startRun();
            }
        }

        Load load(String call) throws IOException {
            Load load = new Load(server.port(), CONNECTIONS, List.of(Wire.get("/api/runs/" + call)), 200);
            loads.add(load);
            return load;
        }

        @Override
        public void close() throws IOException {
            for (Load load : loads) {
                load.close();
            }
            server.close();
        }
    }
}
