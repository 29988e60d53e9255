package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Network;
import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.dashboards.DashboardException;
import com.sentori.console.dashboards.Library;
import com.sentori.console.dashboards.Round;
import com.sentori.console.dashboards.Sources;
import com.sentori.console.dashboards.Variable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command says which dashboard of which time it is about, and who is asked. */
final class DashboardOptions {
    @Mixin
    private Targets targets = new Targets();

    @Option(names = "--from", paramLabel = "TIME", description = "Begin: now-1h, an instant or epoch milliseconds (default: as the dashboard says).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End (default: as the dashboard says).")
    private @Nullable String to;

    @Option(names = "--var", paramLabel = "NAME=VALUE[,VALUE]", description = "Chooses values of a variable; 'All' for all of them.")
    private Map<String, String> variables = new HashMap<>();

    @Option(names = "--prometheus", paramLabel = "URL", description = "A Prometheus, in place of the saved one.")
    private @Nullable URI prometheus;

    @Option(names = "--region", paramLabel = "REGION", description = "CloudWatch's region, in place of the saved one; the AWS SDK finds the credentials.")
    private @Nullable String region;

    @Option(names = "--profile", paramLabel = "PROFILE", description = "A profile of the AWS configuration.")
    private String profile = "";

    @Option(names = "--cloudwatch", paramLabel = "URL", description = "An endpoint in place of CloudWatch's own.")
    private @Nullable URI endpoint;

    /** A dashboard whose variables were asked; the panels are asked for next. */
    record Asked(Round round, String title, Sources sources, Backends backends) implements AutoCloseable {
        @Override
        public void close() {
            sources.close();
            backends.close();
        }
    }

    Asked ask(String which) throws IOException, DashboardException {
        Settings settings = Settings.peek(Folders.settings());
        Backends backends = targets.openWhatIsKnown(settings, Network.of(settings));
        Library library = Library.bundled();
        Library.Entry entry = entry(library, which, targets.chosen(backends));
        Sources sources = sources(entry, backends);
        Map<String, List<String>> wanted = new HashMap<>();
        variables.forEach((name, values) -> {
            if (entry.dashboard().variable(name).isEmpty()) {
                throw new IllegalArgumentException("The dashboard has no variable '" + name + "': it has "
                        + String.join(", ", entry.dashboard().variables().stream().map(each -> each.name()).toList())
                        + ".");
            }
            wanted.put(name, values.equals("All")
                    ? List.of(Variable.ALL)
                    : List.of(values.split(",", -1)));
        });
        Round.Request request = new Round.Request(entry.dashboard(), library.twin(entry, Locale.ENGLISH), wanted,
                from == null ? entry.dashboard().from() : from, to == null ? entry.dashboard().to() : to,
                Locale.ENGLISH, ZoneId.systemDefault());
        return new Asked(Round.begin(request, sources, Clock.systemUTC().instant()), entry.dashboard().title(),
                sources, backends);
    }

    private Library.Entry entry(Library library, String which, List<BackendClient> known)
            throws IOException, DashboardException {
        boolean cloud = prometheus == null && (region != null || endpoint != null || (known.stream()
                .noneMatch(each -> each.profile().telemetry().prometheus() != null)
                && known.stream().anyMatch(each -> each.profile().telemetry().cloudWatch() != null)));
        Optional<Library.Entry> bundled = library.find(which, cloud ? Library.CLOUDWATCH : Library.PROMETHEUS);
        if (bundled.isPresent()) {
            return bundled.get();
        }
        try {
            if (Files.isRegularFile(Path.of(which))) {
                return Library.open(Path.of(which));
            }
        } catch (InvalidPathException e) {
            // It is no file.
        }
        throw new IllegalArgumentException("There is no dashboard and no file '" + which + "': known are "
                + String.join(", ", library.entries().stream().map(Library.Entry::id).toList()) + ".");
    }

    /** Those of the backend that has what the dashboard is for, else of the first. */
    private Sources sources(Library.Entry entry, Backends backends) {
        List<BackendClient> known = targets.chosen(backends);
        BackendClient backend = known.stream()
                .filter(each -> entry.family().equals(Library.CLOUDWATCH)
                        ? each.profile().telemetry().cloudWatch() != null
                        : each.profile().telemetry().prometheus() != null)
                .findFirst()
                .orElse(known.isEmpty() ? null : known.getFirst());
        Telemetry saved = backend == null ? Telemetry.NONE : backend.profile().telemetry();
        Telemetry.CloudWatch cloud = region != null || endpoint != null
                ? new Telemetry.CloudWatch(region == null ? "" : region, profile, endpoint, "")
                : saved.cloudWatch();
        Telemetry asked = new Telemetry(prometheus == null ? saved.prometheus() : prometheus, cloud);
        return Sources.of(backend, asked, backends::http, Clock.systemUTC());
    }
}
