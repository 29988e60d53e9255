package com.sentori.bench.console;

import com.sentori.bench.load.Link;
import com.sentori.bench.site.Sandbox;
import com.sentori.bench.site.Scratch;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.runs.RunSession;
import com.sentori.console.simulator.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A twin run of 1,000 sensors at 5 a second on both backends of a sandbox, each over a link that can be cut. A shorter one went before it, so that what is measured
 * are servers at work, and not servers that load their classes.
 */
record LoadedSandbox(Path folder, Sandbox sandbox, List<Link> links, Backends backends, RunSession session)
        implements
            AutoCloseable {
    static final int SENSORS = 1_000;
    static final double RATE = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final long SEED = 20_260_115;

    static LoadedSandbox start(Path home, Duration length)
            throws IOException, InterruptedException, BackendException {
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        Sandbox sandbox = Sandbox.start(home, folder);
        List<Link> links = new ArrayList<>();
        List<BackendProfile> profiles = new ArrayList<>();
        for (String name : List.of("ecs", "serverless")) {
            Link link = new Link(sandbox.address(name));
            links.add(link);
            profiles.add(BackendProfile.of(name, link.address().toString()));
        }
        Backends backends = new Backends(profiles, "bench", Clock.systemUTC());
        try (RunSession before = run(backends, folder, WARM_UP)) {
            before.await();
        }
        return new LoadedSandbox(folder, sandbox, links, backends, run(backends, folder, length));
    }

    private static RunSession run(Backends backends, Path folder, Duration length)
            throws IOException, BackendException {
        return RunSession.start(backends.all().stream().map(Connection::client).toList(),
                Order.of(new Order.Form(SENSORS, RATE, Waveform.WALK), length, SEED, List.of()),
                new Records(folder.resolve("console")), (_, _, _) -> {}, Clock.systemUTC());
    }

    /** Readings that are missing, doubled or different, by the tail and the digest; all of them if that cannot be said. */
    double wrong(Drive drive) {
        long total = session.plan().total();
        RunCheck check = drive.progress().check();
        if (check == null || check.storedDigest() == null || check.isContradicted()) {
            return total;
        }
        return check.missing() + check.duplicated() + check.different() + (total - check.sent());
    }

    @Override
    public void close() throws IOException {
        session.close();
        backends.close();
        for (Link link : links) {
            link.close();
        }
        sandbox.close();
        Scratch.delete(folder);
    }
}
