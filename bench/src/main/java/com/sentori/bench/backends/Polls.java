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
import java.util.List;
import java.util.Locale;

/** What every open client polls each second, with 0, 1,000 and 100,000 ended runs: three databases, three servers. */
final class Polls implements Measurement {
    private static final int CONNECTIONS = 32;
    private static final int RUNNING = 3;
    private static final double SHARE = 0.10;
    /** More and shorter turns than elsewhere: what disturbs one of them must be less than the tenth that is allowed. */
    private static final int FINER = 3;
    private static final OldRuns SOME = new OldRuns(1_000, 0);
    private static final OldRuns MANY = new OldRuns(100_000, 0);
    /** In the place of both; with the readings that {@link BigTable} wants of it. */
    static final OldRuns QUICKLY = new OldRuns(5_000, 20);
    private static final List<String> CALLS = List.of("can-start", "running");

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        List<Beside> all = new ArrayList<>();
        try {
            all.add(new Beside(site, OldRuns.NONE));
            for (OldRuns runs : scale.quick() ? List.of(QUICKLY) : List.of(SOME, MANY)) {
                all.add(new Beside(site, runs));
            }
            for (Beside beside : all) {
                for (String call : CALLS) {
                    beside.load(call).warmUp(scale.warmUp().multipliedBy(scale.size(1, 2))); // in a quick run one is warm already
                }
            }
            List<Figure> figures = new ArrayList<>();
            for (String call : CALLS) {
                List<Rounds.Measure> measures = new ArrayList<>();
                for (Beside beside : all) {
                    Load load = beside.load(call);
                    measures.add(() -> load.closedLoop(scale.turn().dividedBy(FINER)).checked().perSecond());
                }
                Rounds rounds = Rounds.of(FINER * scale.rounds(), measures);
                for (int i = 1; i < all.size(); i++) {
                    figures.add(figure(call, all.get(i), rounds.compare(i, 0)));
                }
            }
            return figures;
        } finally {
            for (Beside beside : all) {
                beside.close();
            }
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

        Beside(Site site, OldRuns runs) throws Exception {
            this.runs = runs.runs();
            this.server = site.server(runs);
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
        }
    }
}
