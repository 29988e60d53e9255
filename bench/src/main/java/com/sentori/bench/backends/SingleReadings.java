package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Load;
import com.sentori.bench.load.Outcome;
import com.sentori.bench.naive.OneByOneServer;
import com.sentori.bench.naive.ThrowAwayServer;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.OldRuns;
import com.sentori.bench.site.Site;
import java.io.IOException;
import java.util.List;

/** Single readings of one run over 256 connections: the server, one that commits one by one, one that throws away. */
final class SingleReadings implements Measurement {
    private static final int CONNECTIONS = 256;
    private static final int FEWER = 64;
    private static final int DIFFERENT = 1_000;
    private static final double P99 = 99;
    /** Of what the baseline takes at most: both are asked for so much, and neither is driven over its limit. */
    private static final double STEADY = 0.7;

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        List<EcsProcess> servers = List.of(site.server(OldRuns.NONE), site.server(OneByOneServer.class),
                site.server(ThrowAwayServer.class));
        try (Load load = load(servers.get(0), scale);
                Load naive = load(servers.get(1), scale);
                Load parsed = load(servers.get(2), scale)) {
            List<Load> all = List.of(load, naive, parsed);
            for (Load each : all) {
                each.warmUp(scale.warmUp());
            }
            Rounds throughput = Rounds.of(scale.rounds(),
                    all.stream().map(each -> perSecond(each, scale)).toList());
            double rate = STEADY * throughput.median(1);
            Rounds latency = Rounds.of(scale.rounds(), List.of(p99(load, rate, scale), p99(naive, rate, scale)));
            return List.of(
                    Figure.compared("ecs.single.rate", "requests/s", throughput.compare(0, 1), Goal.atLeast(3),
                            "single readings, %d connections, against one insert and one commit per request"
                                    .formatted(scale.size(CONNECTIONS, FEWER))),
                    Figure.compared("ecs.single.p99", "ms", latency.compare(0, 1), Goal.atMost(1),
                            "the same, p99 open-loop at %.0f requests/s, which is 70 %% of what one by one takes"
                                    .formatted(rate)),
                    Figure.compared("ecs.single.of-parsing", "requests/s", throughput.compare(0, 2), Goal.atLeast(0.45),
                            "the same, against the server that parses each reading and throws it away"));
        }
    }

    private static Load load(EcsProcess server, Scale scale) throws IOException, InterruptedException {
        return new Load(server.port(), scale.size(CONNECTIONS, FEWER), Bodies.singles(server.startRun(), DIFFERENT),
                201);
    }

    private static Rounds.Measure perSecond(Load load, Scale scale) {
        return () -> load.closedLoop(scale.turn()).checked().perSecond();
    }

    private static Rounds.Measure p99(Load load, double rate, Scale scale) {
        return () -> {
            Outcome outcome = load.openLoop(rate, scale.turn()).checked();
            return outcome.milliseconds(P99);
        };
    }
}
