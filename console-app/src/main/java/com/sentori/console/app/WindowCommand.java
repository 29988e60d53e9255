package com.sentori.console.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens the window on the saved backends. */
@Command(name = "window", mixinStandardHelpOptions = true, description = "Opens the window on the saved backends.")
public final class WindowCommand implements Callable<Integer> {
    @Option(names = "--user", paramLabel = "NAME", defaultValue = "operator", description = "Who you are (default ${DEFAULT-VALUE}).")
    private String user = "operator";

    @Option(names = "--safe", description = "Begins without the layout that the window was left with, and leaves it as it is.")
    private boolean safe;

    @Override
    public Integer call() {
        return Window.open(safe ? List.of("--user=" + user, "--safe") : List.of("--user=" + user));
    }
}
