package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Site;
import com.sentori.lambda.store.TableNames;
import com.sentori.lambda.store.Tables;
import com.sentori.sandbox.stores.Dynamo;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The functions on DynamoDB Local, both in this process: write units, and the time of a handler. */
final class Serverless implements Measurement {
    private static final int SIZE = 500;
    private static final int THOUSAND = 1_000;
    private static final double MOST_UNITS = 60;
    private static final double MOST_TIME = 3.5;

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        PrintStream before = System.out;
        // What a function prints is its log: it goes to a file, as in Lambda into a pipe.
        try (OutputStream log = Files.newOutputStream(site.folder().resolve("functions.log"));
                PrintStream out = new PrintStream(log, false, StandardCharsets.UTF_8);
                Dynamo dynamo = new Dynamo(site.folder().resolve("dynamodb"))) {
            System.setOut(out);
            MeteredDynamo metered = new MeteredDynamo(dynamo.client());
            Figure units = units(metered, scale);
            return List.of(units, calls(metered), time(dynamo.client(), scale));
        } finally {
            System.setOut(before);
        }
    }

    private static Figure units(MeteredDynamo dynamo, Scale scale) {
        Functions functions = new Functions(dynamo.client());
        String run = functions.startRun();
        int batches = scale.size(40, 20);
        dynamo.reset();
        for (int i = 0; i < batches; i++) {
            functions.ingest(Functions.readings(run, UUID.randomUUID().toString(), Bodies.batch(i, SIZE)));
        }
        if (dynamo.refused() > 0) {
            throw new IllegalStateException(dynamo.refused() + " writes were refused and are not in the sum.");
        }
        return Figure.valued("serverless.write-units", dynamo.writeUnits() * THOUSAND / (batches * SIZE),
                "units/1,000", Goal.valueAtMost(MOST_UNITS),
                "write units per 1,000 readings, batches of 500 readings of 100 sensors with `Idempotency-Key`");
    }

    private static Figure calls(MeteredDynamo dynamo) {
        Functions functions = new Functions(dynamo.client());
        String run = functions.startRun();
        functions.ingest(Functions.reading(run, Bodies.single(0)));
        dynamo.reset();
        functions.ingest(Functions.reading(run, Bodies.single(1)));
        return Figure.plain("serverless.single.calls", dynamo.calls(), "calls",
                "calls of the store for a single reading, of a warm function");
    }

    private static Figure time(DynamoDbClient client, Scale scale) throws Exception {
        Functions functions = new Functions(client);
        String run = functions.startRun();
        int times = scale.size(400, 100);
        Rounds.Measure handler = () -> p50(times, i -> functions.ingest(Functions.reading(run, Bodies.single(i))));
        Tables.Table table = Tables.defined()
                .tables()
                .stream()
                .filter(one -> one.name().equals("SensorData"))
                .findFirst()
                .orElseThrow();
        Rounds.Measure put = () -> p50(times, i -> client.putItem(
                item -> item.tableName(TableNames.STANDARD.sensorData()).item(item(table, i))));
        Rounds.of(2, List.of(handler, put)); // warm
        return Figure.compared("serverless.single.time", "ms",
                Rounds.of(scale.rounds(), List.of(handler, put)).compare(0, 1), Goal.atMost(MOST_TIME),
                "handler time of a single reading on DynamoDB Local, warm, p50, against a bare `PutItem`");
    }

    private static Map<String, AttributeValue> item(Tables.Table table, int i) {
        return Map.of(table.partitionKey(), AttributeValue.fromS("bench"), table.sortKey(),
                AttributeValue.fromS(Integer.toString(i)), "body", AttributeValue.fromS(Bodies.single(i)));
    }

    private static double p50(int times, Work work) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            work.run(i);
            histogram.recordValue(System.nanoTime() - from);
        }
        return histogram.getValueAtPercentile(50) / 1e6;
    }

    private interface Work {
        void run(int number);
    }
}
