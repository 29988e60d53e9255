package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.feed.TailFeed;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a run stores. */
@Command(name = "watch", mixinStandardHelpOptions = true, description = "Prints the readings of a run as they are stored, a JSON object a line, until it ends.")
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Parameters(paramLabel = "RUN_ID")
    private String id = "";
    @Option(names = "--timeout", paramLabel = "DURATION", converter = Seconds.class, description = "Follows it so long at most (default: until it ends).")
    private @Nullable Duration timeout;

    @Override
    public Integer call() throws BackendException, InterruptedException, IOException, TimeoutException {
        try (Backends backends = targets.open(); OnSignal _ = OnSignal.interrupt()) {
            BackendClient backend = targets.holding(backends, id);
            try (TailFeed feed = new TailFeed(backend, id, readings -> {
                readings.forEach(streams::json);
                streams.out().flush();
            }, Clock.systemUTC())) {
                boolean ended = feed.awaitEnd(timeout == null ? Long.MAX_VALUE : timeout.toMillis());
                BackendException fault = feed.progress().fault();
                if (fault != null) {
                    throw fault;
                }
                if (!ended) {
                    throw new TimeoutException("The run goes on; " + feed.progress().delivered()
                            + " readings were printed until now.");
                }
                streams.err()
                        .println(backend.profile().name() + ": " + feed.progress().delivered() + " readings, "
                                + backend.run(id).status());
                return Exit.PASSED;
            }
        }
    }
}
