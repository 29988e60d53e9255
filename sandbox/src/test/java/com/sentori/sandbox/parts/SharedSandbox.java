package com.sentori.sandbox.parts;

import com.sentori.contract.kit.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One sandbox for the contract kit on both backends, started when it is first asked for. */
public final class SharedSandbox {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final RunningSandbox SANDBOX = start();

    private SharedSandbox() {}

    /** A backend of it, by its name. */
    public static Target target(String backend) {
        return Target.of(SANDBOX.address(backend), backend, GRACE);
    }

    private static RunningSandbox start() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "kit-").toAbsolutePath();
            RunningSandbox sandbox = RunningSandbox.on(data, "--grace", Long.toString(GRACE.toSeconds()));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
