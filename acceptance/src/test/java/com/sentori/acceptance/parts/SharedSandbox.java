package com.sentori.acceptance.parts;

import com.sentori.contract.kit.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One sandbox for all tests that do no more than call its backends, and one that wants tokens; each started when it is first asked for. */
public final class SharedSandbox {
    /** Open. */
    public static final SharedSandbox OPEN = new SharedSandbox("open");
    /** With an issuer of its own. */
    public static final SharedSandbox JWT = new SharedSandbox("jwt");

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final String auth;
    private @Nullable RunningSandbox started;

    private SharedSandbox(String auth) {
        this.auth = auth;
    }

    /** A backend of it, by its name. */
    public Target target(String backend) {
        RunningSandbox sandbox = sandbox();
        Target open = Target.of(sandbox.address(backend), backend, GRACE);
        return this == OPEN ? open : open.with(sandbox.mint());
    }

    /** The running sandbox; not to be stopped. */
    public synchronized RunningSandbox sandbox() {
        if (started == null) {
            started = start();
        }
        return started;
    }

    private RunningSandbox start() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "kit-").toAbsolutePath();
            RunningSandbox sandbox = RunningSandbox.on(data, "--grace", Long.toString(GRACE.toSeconds()), "--auth",
                    auth);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
