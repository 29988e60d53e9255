package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Site;
import com.sentori.lambda.coldstart.ColdStart;
import com.sentori.lambda.coldstart.LoopbackDynamo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A function in fresh processes: plain, with an AOT cache, and in the state that priming leaves. */
final class ColdStarts implements Measurement {
    private static final double MOST = 0.6;
    private static final double MICROS = 1e3;

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        Path folder = Files.createDirectories(site.folder().resolve("coldstart"));
        try (LoopbackDynamo dynamo = new LoopbackDynamo()) {
            ColdStart cold = new ColdStart(site.lambdaArchive(), folder, dynamo.address().toString());
            cold.train(); // the files are in memory from here on
            Rounds.Measure cached = () -> cold.cached().millis();
            Rounds.Measure plain = () -> cold.plain().millis();
            Rounds.Measure primed = () -> cold.primed().answerMicros() / MICROS;
            Rounds rounds = Rounds.of(scale.rounds(), List.of(cached, plain, primed));
            Rounds.Pair pair = rounds.compare(0, 1);
            String what = "process start to first answer, with an AOT cache against plain";
            String then = "the first answer alone, in the state that priming leaves";
            Figure start = Figure.compared("cold-start.aot", "ms", pair, Goal.atMost(MOST), what);
            return List.of(start, Figure.plain("cold-start.primed", rounds.median(2), "ms", then));
        }
    }
}
