package com.sentori.console.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens the window on the saved backends. */
@Command(name = "window", mixinStandardHelpOptions = true, description = "Opens the window on the saved backends.")
public final class WindowCommand implements Callable<Integer> {
    @Option(names = "--user", paramLabel = "NAME", defaultValue = "operator", description = "Who you are (default ${DEFAULT-VALUE}).")
    private String user = "operator";

    @Option(names = "--safe", description = "Begins without the layout that the window was left with, and leaves it as it is.")
    private boolean safe;

    @Option(names = "--folder", paramLabel = "DIR", description = "Keeps settings and what was seen there, in place of the system's folders.")
    private @Nullable Path folder;

    @Option(names = "--rehearse", hidden = true, description = "Shows so much, and closes: ${COMPLETION-CANDIDATES}.")
    private Rehearsal.@Nullable Part rehearsed;

    @Override
    public Integer call() throws IOException {
        List<String> parameters = new ArrayList<>(List.of("--user=" + user));
        if (safe) {
            parameters.add("--safe");
        }
        if (folder != null) {
            parameters.add("--folder=" + folder);
        }
        if (rehearsed != null) {
            parameters.add("--rehearse=" + rehearsed);
            Rehearsal.furnish(folder);
        }
        return Window.open(parameters);
    }
}
