package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Settings;
import com.sentori.console.reports.Form;
import com.sentori.console.reports.Reports;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that write reports. */
final class ReportOptions {
    @Option(names = "--format", paramLabel = "FORM[,…]", split = ",", description = "Which of ${COMPLETION-CANDIDATES} (default: all; with --json none).")
    private @Nullable Set<Form> forms;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (default: here).")
    private Path folder = Path.of(".");

    @Option(names = "--language", paramLabel = "en|fr", description = "Of the report (default: the window's).")
    private @Nullable String language;

    @Option(names = "--json", description = "Prints the report as JSON, by the schema report-1.json.")
    private boolean json;

    /**
     * Writes it, and says how far it is on a terminal.
     *
     * @return the exit code, by its verdict
     */
    int write(Targets targets, Reports.Wanted wanted, Streams streams) throws BackendException, IOException {
        Set<Form> chosen = forms == null ? json ? Set.of() : EnumSet.allOf(Form.class) : forms;
        AtomicLong read = new AtomicLong();
        Reports.Written written;
        try (Backends backends = targets.open();
                OnSignal _ = OnSignal.interrupt();
                Progress _ = Progress.show(() -> read + " readings read", streams.err())) {
            written = reports(targets.chosen(backends), language).write(wanted, chosen, folder, read::set);
        }
        if (json) {
            streams.json(written.report());
        } else {
            written.files().forEach(streams.out()::println);
        }
        streams.err().println(written.verdict());
        return Exit.of(written.report().verdict().outcome());
    }

    /** In a language; in that of the window without one. */
    static Reports reports(List<BackendClient> backends, @Nullable String language) {
        String spoken = language == null ? Settings.load(Folders.settings()).language() : language;
        return new Reports(backends, Folders.data(), new Texts(Settings.locale(spoken)), ZoneId.systemDefault(),
                Clock.systemUTC());
    }
}
