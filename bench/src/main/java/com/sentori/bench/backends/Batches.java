package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Load;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.OldRuns;
import com.sentori.bench.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Batches of 500 over HTTP, against COPY on one connection into a table of the same definition and indexes. */
final class Batches implements Measurement {
    private static final int SIZE = 500;
    private static final int CONNECTIONS = 8;
    private static final int DIFFERENT = 40;
    private static final String COPY = "COPY raw (run_id, position, sensor_id, type, reading, measured_at, seq, received_at) FROM STDIN";

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        EcsProcess server = site.server(OldRuns.NONE);
        try (Connection connection = site.connect(OldRuns.NONE);
                Load load = new Load(server.port(), CONNECTIONS, Bodies.batches(server.startRun(), DIFFERENT, SIZE),
                        201)) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("CREATE TABLE raw (LIKE sensor_data INCLUDING ALL)");
            }
            load.warmUp(scale.warmUp());
            int rows = scale.size(400_000, 40_000);
            Copy copy = new Copy(connection, rows);
            copy.take();
            Rounds rounds = Rounds.of(scale.rounds(),
                    List.of(() -> load.closedLoop(scale.turn()).checked().perSecond() * SIZE, copy::take));
            return List.of(Figure.compared("ecs.batch.of-copy", "rows/s", rounds.compare(0, 1), Goal.atLeast(0.30),
                    "batches of 500 on 8 connections, against COPY of %,d rows in one transaction on one connection"
                            .formatted(rows)));
        }
    }

    /** COPY of rows that were made before the clock runs; each time of another run, as a new run's rows come. */
    private record Copy(Connection connection, int rows) {
        double take() throws SQLException, IOException {
            List<byte[]> chunks = chunks();
            long from = System.nanoTime();
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            for (byte[] chunk : chunks) {
                copy.writeToCopy(chunk, 0, chunk.length);
            }
            copy.endCopy();
            return rows / ((System.nanoTime() - from) / 1e9);
        }

        private List<byte[]> chunks() {
            UUID run = UUID.randomUUID();
            Random noise = new Random(rows);
            return IntStream.range(0, rows / SIZE).mapToObj(chunk -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < SIZE; i++) {
                    text.append(String.format(Locale.ROOT,
                            "%s\t%d\tsensor-%d\ttemperature\t%.4f\t2026-01-15T10:%02d:%02d.%03dZ\t%d\t2026-01-15T11:00:00.123Z\n",
                            run, chunk * SIZE + i + 1, i % Bodies.SENSORS, 20 + noise.nextGaussian(), noise.nextInt(60),
                            noise.nextInt(60), noise.nextInt(1000), i));
                }
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }).toList();
        }
    }
}
