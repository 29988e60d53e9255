package com.sentori.console.cli;

import com.sentori.console.app.DashboardPictures;
import com.sentori.console.dashboards.Content.Undrawn;
import com.sentori.console.dashboards.DashboardException;
import com.sentori.console.dashboards.Library;
import com.sentori.console.dashboards.Round;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.dashboards.ShownJson;
import com.sentori.console.dashboards.ShownText;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows Grafana's dashboards without Grafana. */
@Command(name = "dashboards", mixinStandardHelpOptions = true, description = "Shows Grafana's dashboards without Grafana.")
final class DashboardsCommand implements Runnable {
    private static final String FILE_OR_UID = "FILE|UID";
    private static final String WHICH = "A dashboard's file, or one of those that 'dashboards list' names.";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec own = Objects.requireNonNull(spec, "picocli sets it");
        own.commandLine().usage(own.commandLine().getOut());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getErr();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the dashboards that come with the program.")
    int list(@Option(names = "--json", description = "Prints JSON, by the schema dashboards-1.json.") boolean json) {
        List<Library.Entry> all = Library.bundled().entries();
        if (json) {
            out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.dashboards/1", "dashboards",
                    all.stream()
                            .map(each -> Map.of("id", each.id(), "uid", each.dashboard().uid(), "title",
                                    each.dashboard().title(), "source", each.family(), "variables",
                                    each.dashboard().variables().stream().map(variable -> variable.name()).toList()))
                            .toList())));
        } else {
            all.forEach(each -> out().printf("%-22s %s%n", each.id(), each.dashboard().title()));
        }
        return Exit.PASSED;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the figures of a dashboard's panels.")
    int show(@Mixin DashboardOptions options,
            @Parameters(paramLabel = FILE_OR_UID, description = WHICH) String which,
            @Option(names = "--json", description = "Prints JSON, by the schema dashboard-1.json.") boolean json)
            throws IOException, InterruptedException, DashboardException {
        try (DashboardOptions.Asked asked = options.ask(which)) {
            List<Shown> panels = asked.round().askAll();
            if (json) {
                out().println(json(asked.round(), asked.title(), panels, List.of()));
            } else {
                out().println(asked.title());
                panels.forEach(this::print);
            }
            return exit(panels);
        }
    }

    private void print(Shown shown) {
        out().println();
        out().println(shown.panel().isRow() ? "== " + shown.panel().title() : shown.panel().title());
        if (!shown.panel().isRow()) {
            ShownText.of(shown, Locale.ENGLISH).forEach(line -> out().println("  " + line));
            shown.notes().forEach(note -> out().println("  (" + note + ")"));
        }
    }

    @Command(name = "render", mixinStandardHelpOptions = true, description = "Writes a picture of a dashboard and of each of its panels; needs no display.")
    int render(@Mixin DashboardOptions options,
            @Parameters(paramLabel = FILE_OR_UID, description = WHICH) String which,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for the pictures.") Path folder,
            @Option(names = "--width", paramLabel = "PIXELS", defaultValue = "1600", description = "Of the whole dashboard, 800 to 4000 (default 1600).") int width,
            @Option(names = "--dark", description = "On a dark ground.") boolean dark,
            @Option(names = "--json", description = "Prints JSON, by the schema dashboard-1.json.") boolean json)
            throws IOException, InterruptedException, DashboardException {
        if (width < 800 || width > 4000) {
            throw new IllegalArgumentException("Give --width 800 to 4000.");
        }
        try (DashboardOptions.Asked asked = options.ask(which)) {
            List<Shown> panels = asked.round().askAll();
            List<String> names = new DashboardPictures(folder, dark, width, Locale.ENGLISH).write(panels);
            if (json) {
                out().println(json(asked.round(), asked.title(), panels, names));
            } else {
                out().println(folder.resolve("dashboard.png"));
                names.stream().filter(name -> !name.isEmpty()).forEach(name -> out().println(folder.resolve(name)));
            }
            return exit(panels);
        }
    }

    private static String json(Round round, String title, List<Shown> panels, List<String> pictures) {
        return Json.MAPPER.writeValueAsString(ShownJson.of(round, title, panels, pictures));
    }

    /** What is missing because a source is away is said, and is no success. */
    private int exit(List<Shown> panels) {
        List<String> away = panels.stream()
                .filter(each -> each.content() instanceof Undrawn none
                        && (none.reason() == Undrawn.Reason.UNREACHABLE || none.reason() == Undrawn.Reason.NOT_KNOWN))
                .map(each -> each.panel().title())
                .toList();
        if (!away.isEmpty()) {
            err().println("Without an answer: " + String.join(", ", away) + ".");
        }
        return away.isEmpty() ? Exit.PASSED : Exit.UNREACHABLE;
    }
}
