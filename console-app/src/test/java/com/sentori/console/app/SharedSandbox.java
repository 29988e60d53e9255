package com.sentori.console.app;

import com.sentori.console.faults.RunningSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One sandbox for all journeys that do no more than run on it, one after the other; started when it is first asked for. */
final class SharedSandbox {
    private static @Nullable RunningSandbox started;

    private SharedSandbox() {}

    /** Running, perhaps with runs of others, which have ended; not to be closed. */
    static synchronized RunningSandbox get() throws Exception {
        if (started == null) {
            RunningSandbox sandbox = RunningSandbox
                    .start(Files.createTempDirectory(Path.of("target"), "sandbox-").toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
            started = sandbox;
        }
        return started;
    }
}
