package com.sentori.console.cli;

import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Network;
import com.sentori.console.backends.Settings;
import com.sentori.console.doctor.Doctor;
import com.sentori.console.doctor.Examination;
import com.sentori.console.doctor.Finding;
import com.sentori.console.secrets.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything that can be wrong; the exit code says whether something is. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Looks at everything that can be wrong here, and says what to do.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Option(names = "--json", description = "Prints the findings as JSON (schema sentori.doctor/1).")
    private boolean json;
    @Option(names = "--folder", paramLabel = "DIR", description = "Looks there, in place of the system's folders.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Path> folders = Folders.all();
        if (folder != null) {
            Path given = folder;
            folders.replaceAll((_, _) -> given);
        }
        Settings settings = Settings.peek(folders.getOrDefault(Folders.CONFIG, Folders.settings()));
        Network network = Network.of(settings);
        try (Backends backends = targets.openWhatIsKnown(settings, network)) {
            Examination found = new Doctor(settings, folders, backends, network, targets.redaction(),
                    Clock.systemUTC()).examine();
            if (json) {
                streams.json(found);
            } else {
                print(found, streams.out());
            }
            return found.healthy() ? Exit.PASSED : Exit.INTERNAL;
        }
    }

    private static void print(Examination found, PrintWriter out) {
        for (Finding each : found.findings()) {
            String line = "%-8s %-22s %s".formatted(each.level().name().toLowerCase(Locale.ROOT), each.check(),
                    each.message());
            String full = line.endsWith(".") ? line : line + ".";
            out.println(each.advice().isEmpty() ? full : full + " " + each.advice());
        }
        out.println(found.healthy() ? "All is well." : "Something is to be done.");
    }
}
