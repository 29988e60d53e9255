package com.sentori.sandbox;

import com.sentori.contract.auth.AuthMode;
import com.sentori.sandbox.cloudwatch.CloudWatchServer;
import com.sentori.sandbox.figures.Measured;
import com.sentori.sandbox.gateway.LocalGateway;
import com.sentori.sandbox.gateway.Resource;
import com.sentori.sandbox.gateway.Schedule;
import com.sentori.sandbox.issuer.IssuerServer;
import com.sentori.sandbox.logs.FunctionLogs;
import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.KeptMetrics;
import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metrics;
import com.sentori.sandbox.processes.EcsCommand;
import com.sentori.sandbox.processes.FolderLock;
import com.sentori.sandbox.processes.PidFile;
import com.sentori.sandbox.processes.Ports;
import com.sentori.sandbox.processes.ServerProcess;
import com.sentori.sandbox.scraping.Prometheus;
import com.sentori.sandbox.stores.Dynamo;
import com.sentori.sandbox.stores.Postgres;
import com.sentori.sandbox.stores.Reports;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Both backends on a data folder. Started part by part and ended in the reverse order, at any moment, from any
 * thread: a part that is just starting is waited for.
 */
final class Sandbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Clock CLOCK = Clock.systemUTC();
    /** As the schedule is set up in AWS. */
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path data;
    private final Path serverFolder;
    private final Duration grace;
    private final boolean tokens;
    private final @Nullable Path rules;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private @Nullable ServerProcess server;
    private @Nullable Prometheus prometheus;
    private volatile boolean ending;

    /**
     * Starts nothing yet.
     *
     * @param data where it keeps everything
     * @param serverFolder the jars of server-ecs; what its virtual machine learns of them is kept there
     * @param grace of the run expiry
     * @param tokens whether callers need one, of the sandbox's own issuer
     * @param rules of the Prometheus that is to watch server-ecs; null for none
     */
    Sandbox(Path data, Path serverFolder, Duration grace, boolean tokens, @Nullable Path rules) {
        this.data = data;
        this.serverFolder = serverFolder;
        this.grace = grace;
        this.tokens = tokens;
        this.rules = rules;
    }

    /**
     * Starts everything and waits until both backends answer.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     * @throws IOException if a part does not start
     */
    Addresses start(WantedPorts wanted) throws IOException, InterruptedException {
        begin(() -> FolderLock.take(data));
        // Before the ports: started again with the same options, the orphan is what holds the wanted one.
        PidFile serverPid = new PidFile(data.resolve("server-ecs.pid"));
        serverPid.stopOrphan("server-ecs");
        Ports ports = begin(Ports::new);
        int ecsPort = ports.take(wanted.ecs(), "--ecs-port");
        int serverlessPort = ports.take(wanted.serverless(), "--serverless-port");
        int cloudWatchPort = ports.take(wanted.cloudWatch(), "--cloudwatch-port");
        int managementPort = ports.free();
        IssuerServer issuer = tokens ? begin(() -> issuer(ports, wanted.issuer())) : null;
        AuthMode auth = issuer == null ? AuthMode.OPEN : issuer.issuer().mode();
        Optional<Path> program = rules == null ? Optional.empty() : Prometheus.program();
        Integer prometheusPort = program.isPresent() ? ports.take(wanted.prometheus(), "--prometheus-port") : null;
        Addresses addresses = Addresses.of(ecsPort, serverlessPort, managementPort, cloudWatchPort, prometheusPort,
                issuer == null ? null : issuer.address());

        System.err.println("Starting PostgreSQL on " + data + " …");
        Postgres postgres = begin(() -> new Postgres(data.resolve("postgres"), ports.free()));
        System.err.println("Starting server-ecs …");
        server = begin(() -> new ServerProcess("server-ecs", new EcsCommand(serverFolder).archiving(),
                environment(postgres, ecsPort, managementPort, auth), data, serverPid));
        System.err.println("Starting CloudWatch: AWS_ENDPOINT_URL_CLOUDWATCH=" + addresses.cloudWatch()
                + " AWS_ENDPOINT_URL_CLOUDWATCH_LOGS=" + addresses.cloudWatch()
                + " AWS_REGION=local AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox …");
        KeptMetrics kept = begin(() -> new KeptMetrics(data.resolve("cloudwatch"), CLOCK, Limits.STANDARD));
        LogGroups groups = begin(() -> new LogGroups(data.resolve("logs")));
        begin(() -> cloudWatch(kept.metrics(), groups, cloudWatchPort));
        FunctionLogs logs = begin(() -> new FunctionLogs(groups, kept.metrics(), CLOCK));
        System.err.println("Starting DynamoDB Local and the gateway …");
        Dynamo dynamo = begin(() -> new Dynamo(data.resolve("dynamodb")));
        System.err.println("Starting S3 …");
        Reports reports = begin(() -> new Reports(data.resolve("s3"), ports.free()));
        Measured measured = new Measured(kept.metrics(), logs, CLOCK);
        List<Resource> api = measured.functions(
                RestApi.on(measured.dynamo(dynamo.client()), reports.bucket(), grace, auth));
        begin(() -> gateway(api, measured, serverlessPort));
        begin(() -> new Schedule(RestApi.scheduled(api), TIDY_EVERY, LocalGateway.LIMIT));
        URI figures = addresses.prometheus();
        if (figures != null && rules != null) {
            System.err.println("Starting Prometheus …");
            prometheus = begin(() -> new Prometheus(program.orElseThrow(), data.resolve("prometheus"),
                    figures.getPort(), addresses.ecsManagement(), rules));
        } else if (rules != null) {
            System.err.println(Prometheus.MISSING);
        }
        await(addresses.serverless().resolve("/api/info"));
        await(addresses.ecs().resolve("/api/info"));
        if (figures != null) {
            await(figures.resolve("/-/ready"));
        }
        return addresses;
    }

    private <T extends AutoCloseable> T begin(Start<T> start) throws IOException {
        synchronized (parts) {
            if (ending) {
                throw new IOException("The sandbox was stopped while it started.");
            }
            T part = start.start();
            parts.push(part);
            return part;
        }
    }

    /** On the port of last time if it can be had: then the tokens of last time are good. */
    private IssuerServer issuer(Ports ports, int wanted) throws IOException {
        int last = wanted == 0 ? IssuerServer.lastPort(data) : 0;
        if (last != 0) {
            try {
                return new IssuerServer(data, ports.take(last, "--issuer-port"));
            } catch (IllegalArgumentException | BindException e) {
                System.err.println("Port " + last + " of the issuer is taken: tokens made before are no longer good.");
            }
        }
        return new IssuerServer(data, ports.take(wanted, "--issuer-port"));
    }

    private static CloudWatchServer cloudWatch(Metrics metrics, LogGroups logs, int port) throws IOException {
        try {
            return new CloudWatchServer(metrics, logs, port, CLOCK);
        } catch (BindException e) {
            throw new IOException("Port " + port + " was taken meanwhile: choose another one with --cloudwatch-port.",
                    e);
        }
    }

    private static LocalGateway gateway(List<Resource> api, Measured measured, int port) throws IOException {
        try {
            return new LocalGateway(api, port, LocalGateway.LIMIT, measured.api(), CLOCK);
        } catch (BindException e) {
            throw new IOException("Port " + port + " was taken meanwhile: choose another one with --serverless-port.",
                    e);
        }
    }

    private Map<String, String> environment(Postgres postgres, int port, int managementPort, AuthMode auth) {
        Map<String, String> environment = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", postgres.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", postgres.user(),
                "SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", Integer.toString(port), "MANAGEMENT_SERVER_ADDRESS",
                "127.0.0.1", "MANAGEMENT_SERVER_PORT", Integer.toString(managementPort), "SENTORI_GRACE",
                grace.toString(), "SENTORI_REQUESTLOG", "false"));
        environment.put("SENTORI_AUTH_MODE", auth.wireName());
        if (auth instanceof AuthMode.Jwt jwt) {
            environment.put("SENTORI_AUTH_ISSUER", jwt.issuer());
            environment.put("SENTORI_AUTH_AUDIENCE", jwt.audience());
            environment.put("SENTORI_AUTH_JWKS", jwt.keys().toString());
            environment.put("SENTORI_AUTH_CLIENTID", String.valueOf(jwt.clientId()));
        }
        return environment;
    }

    private void await(URI address) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (!ending && System.nanoTime() < deadline) {
                if (answers(http, request)) {
                    return;
                }
                Thread.sleep(POLL);
            }
        }
        throw new IOException("Nothing answers at " + address + " after " + PATIENCE.toSeconds()
                + " s: the lines above say why.");
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not up yet
        }
    }

    @Override
    public void close() {
        ending = true;
        ServerProcess expected = server;
        if (expected != null) {
            expected.expectEnd();
        }
        Prometheus watching = prometheus;
        if (watching != null) {
            watching.expectEnd();
        }
        synchronized (parts) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    System.err.println("A part of the sandbox did not end cleanly: " + e.getMessage());
                }
            }
        }
    }

    private interface Start<T> {
        T start() throws IOException;
    }
}
