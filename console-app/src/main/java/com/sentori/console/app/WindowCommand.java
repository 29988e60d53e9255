package com.sentori.console.app;

import com.sentori.console.app.Rehearsal.Part;
import com.sentori.console.backends.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens the window on the saved backends. Its parameters are JavaFX's own, {@code --name=value}: somebody waits for the window, and the
 * library that reads the other commands takes a third of a second to load.
 */
public final class WindowCommand {
    private static final int USAGE = 2;
    private static final String HELP = """
            Opens the window on the saved backends.
              --safe         Begins without the layout that the window was left with, and leaves it as it is.
              --user=NAME    Who you are (default operator).
              --folder=DIR   Keeps settings and what was seen there, in place of the system's folders.
              --help         This.
            """;

    private WindowCommand() {}

    /**
     * Returns when the window was closed.
     *
     * @return the exit code
     */
    public static int open(List<String> parameters) throws IOException {
        if (parameters.contains("--help")) {
            System.out.print(HELP);
            return 0;
        }
        Optional<String> stranger = parameters.stream().filter(each -> !isKnown(each)).findFirst();
        if (stranger.isPresent()) {
            System.err.println("'" + stranger.get() + "' is nothing that the window knows:");
            System.err.print(HELP);
            return USAGE;
        }
        Optional<Path> folder = value(parameters, "folder").map(Path::of);
        if (value(parameters, "rehearse").isPresent()) {
            Rehearsal.furnish(folder.orElse(null));
        }
        return Window.open(parameters, folder.orElseGet(Folders::settings));
    }

    private static boolean isKnown(String parameter) {
        return parameter.equals("--safe") || parameter.matches("--(user|folder)=.+") || parameter
                .matches("--rehearse=(" + Part.FIRST + "|" + Part.LIVE + "|" + Part.ALL + ")");
    }

    private static Optional<String> value(List<String> parameters, String name) {
        String begin = "--" + name + "=";
        return parameters.stream()
                .filter(each -> each.startsWith(begin))
                .map(each -> each.substring(begin.length()))
                .findFirst();
    }
}
