package com.sentori.lambda.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.reports.Report;
import com.sentori.contract.reports.ReportWriter;
import com.sentori.contract.runs.Run;
import com.sentori.lambda.Backend;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.bucket.LocalBucket;
import com.sentori.lambda.bucket.LocalBucket.Fate;
import com.sentori.lambda.store.Faulty;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.Patience;
import com.sentori.lambda.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are built in steps of a page each, on DynamoDB Local and a real S3's language. */
class LargeReportsIT {
    private static final int PAGES = 12;
    private static final int BATCH = 5_000;

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private LocalDynamo dynamo;
    private LocalBucket s3;
    private Backend backend;
    private List<Run> runs;
    private byte[] expected;

    @BeforeEach
    void open() throws Exception {
        dynamo = LocalDynamo.inMemory();
        s3 = new LocalBucket(folder);
        backend = new Backend(dynamo, clock);
        Random random = new Random(5);
        Run large = backend.start();
        for (int i = 0; i < PAGES * 2; i++) {
            backend.readings.append(large.id(), batch(random), clock.instant(), Memo.none());
        }
        Run small = backend.start();
        backend.append(small.id(), 3);
        runs = List.of(backend.finish(large.id()), backend.finish(small.id()));
        expected = written();
    }

    @AfterEach
    void close() throws Exception {
        s3.close();
        dynamo.close();
    }

    @Test
    void grows_with_each_question_until_it_is_there() throws Exception {
        assertThat(expected.length).isGreaterThan(Parts.SIZE);
        LargeReports reports = reports(dynamo.store(), s3.bucket());
        assertThat(reports.known(runs)).isEmpty();
        assertThat(reports.of(runs).status()).isEqualTo(202);
        int questions = 0;
        Optional<ApiResponse> answer;
        do {
            answer = another().known(runs);
            questions++;
            assertThat(questions).isLessThan(100);
        } while (answer.orElseThrow().status() == 202);
        assertThat(questions).as("a piece at each").isGreaterThan(PAGES);
        assertThat(answer.get().status()).isEqualTo(303);
        assertThat(fetched(answer.get())).isEqualTo(expected);
        assertThat(objects()).as("nothing else is left").hasSize(1);

        assertThat(fetched(reports.known(List.of(runs.get(1), runs.get(0))).orElseThrow())).isEqualTo(expected);
    }

    @Test
    void is_whole_whoever_asks_at_once_and_whatever_breaks_on_the_way() throws Exception {
        Random random = new Random(1);
        Store faulty = new Faulty(dynamo.client(), (operation, call) -> Faulty.Fate.roll(random)).store();
        Bucket broken = s3.bucket("secret", call -> switch (roll(random)) {
            case 0 -> Fate.LOST;
            case 1 -> Fate.ANSWER_LOST;
            default -> Fate.ANSWERED;
        });
        reports(faulty, broken).of(runs);
        List<byte[]> archives = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> askers = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(() -> fetched(untilBuilt(reports(faulty, broken)))))
                    .toList();
            for (Future<byte[]> asker : askers) {
                archives.add(asker.get());
            }
        }
        assertThat(archives).allSatisfy(archive -> assertThat(archive).isEqualTo(expected));
    }

    @Test
    void a_function_that_dies_costs_its_step_alone_once_it_counts_as_dead() throws Exception {
        another().of(runs);
        for (int i = 0; i < PAGES / 2; i++) {
            another().known(runs);
        }
        // Both lines are cut in the middle of a step: nothing is said of its end.
        AtomicInteger calls = new AtomicInteger();
        Store cut = new Faulty(dynamo.client(),
                (operation, call) -> calls.get() > 0 ? Faulty.Fate.LOST : Faulty.Fate.ANSWERED).store();
        Bucket dying = s3.bucket("secret", call -> {
            calls.incrementAndGet();
            return Fate.LOST;
        });
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(50), () -> reports(cut, dying).known(runs)));

        assertThat(another().known(runs).orElseThrow().status()).isEqualTo(202);
        List<String> before = objects();
        another().known(runs);
        assertThat(objects()).as("nobody goes on while it may live").isEqualTo(before);
        clock.forward(Jobs.HELD.plusMillis(1));
        int questions = 0;
        while (another().known(runs).orElseThrow().status() == 202) {
            questions++;
        }
        assertThat(questions).as("it did not begin anew").isLessThan(PAGES);
        assertThat(fetched(another().known(runs).orElseThrow())).isEqualTo(expected);
    }

    @Test
    void one_that_was_taken_for_dead_does_no_harm() throws Exception {
        another().of(runs);
        another().known(runs);
        // It holds the report, and is slow: meanwhile another one takes over and builds all of it.
        AtomicInteger calls = new AtomicInteger();
        Bucket slow = s3.bucket("secret", call -> {
            if (calls.incrementAndGet() == 1) {
                clock.forward(Jobs.HELD.plusMillis(1));
                untilBuilt(another());
            }
            return Fate.ANSWERED;
        });
        assertThat(reports(dynamo.store(), slow).known(runs).orElseThrow().status()).isIn(202, 303);
        assertThat(fetched(untilBuilt(another()))).isEqualTo(expected);
    }

    @Test
    void is_built_again_when_the_bucket_has_let_it_expire() throws Exception {
        another().of(runs);
        URI first = URI.create(untilBuilt(another()).headers().get("Location"));
        s3.bucket().delete(first.getPath().substring("/reports/".length()));
        assertThat(another().known(runs).orElseThrow().status()).isEqualTo(202);
        assertThat(fetched(untilBuilt(another()))).isEqualTo(expected);
    }

    @Test
    void another_archive_is_another_object() {
        another().of(runs);
        assertThat(another().known(runs.subList(0, 1))).isEmpty();
        assertThat(another().known(runs.stream().map(run -> run.withGrafanaUrl("https://g.example")).toList()))
                .isEmpty();
    }

    private ApiResponse untilBuilt(LargeReports reports) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(1)).until(() -> {
            try {
                return reports.known(runs).orElseThrow();
            } catch (ContractException e) {
                return new ApiResponse(e.code().status(), java.util.Map.of(), new byte[0]);
            }
        }, answer -> answer.status() == 303);
    }

    /** As another function would have it. */
    private LargeReports another() {
        return reports(dynamo.store(), s3.bucket());
    }

    private LargeReports reports(Store store, Bucket bucket) {
        return new LargeReports(new Report(backend.readings, null), bucket, store, clock, Duration.ZERO);
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Run> ordered = runs.stream().sorted(java.util.Comparator.comparing(Run::id)).toList();
        try (ReportWriter writer = new Report(backend.readings, null).writer(ordered, out)) {
            boolean more = true;
            while (more) {
                more = writer.writeNext();
            }
        }
        return out.toByteArray();
    }

    private static byte[] fetched(ApiResponse redirect) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(Objects.requireNonNull(redirect.headers().get("Location"))))
                            .build(),
                    BodyHandlers.ofByteArray()).body();
        }
    }

    private List<String> objects() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }
    }

    private List<NewReading> batch(Random random) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> new NewReading("s-" + i % 20,
                        "t" + random.nextLong() + random.nextLong() + random.nextLong(),
                        random.nextDouble(), clock.instant(), (long) i))
                .toList();
    }

    private static int roll(Random random) {
        synchronized (random) {
            return random.nextInt(8);
        }
    }
}
