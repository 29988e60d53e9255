package com.sentori.bench;

import com.sentori.bench.backends.Backends;
import com.sentori.bench.console.Console;
import com.sentori.bench.figures.Report;
import com.sentori.bench.reports.ReportBenchmark;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ./sentori bench}. */
@Command(name = "sentori bench", mixinStandardHelpOptions = true, description = "Measures what the product promises, on this machine, and prints a table. Ends with 1 if a goal is not met.")
public final class Main implements Callable<Integer> {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    @Parameters(paramLabel = "WHAT", description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private What what = What.backends;

    @Option(names = "--quick", description = "Smaller sizes and shorter turns: in a few minutes.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows there, as a JSON array.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the rows there, as a table for a document.")
    private @Nullable Path markdown;

    @Option(names = "--only", paramLabel = "ID", split = ",", description = "Only rows whose id begins so, for instance ecs.single.")
    private List<String> only = List.of();

    private final PrintStream stdout;

    private Main(PrintStream stdout) {
        this.stdout = stdout;
    }

    /** Measures, and ends the process. */
    public static void main(String[] args) {
        // The table alone goes to stdout; what libraries print there goes where logs go.
        PrintStream stdout = System.out;
        System.setOut(System.err);
        CommandLine command = new CommandLine(new Main(stdout))
                .setOut(new PrintWriter(stdout, true, StandardCharsets.UTF_8));
        command.setExecutionExceptionHandler((fault, line, _) -> {
            line.getErr().println(fault.getMessage() == null ? fault.toString() : fault.getMessage());
            return fault instanceof IllegalArgumentException ? USAGE : FAILED;
        });
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(System.getProperty("sentori.home", ".")).toAbsolutePath().normalize();
        Report report = switch (what) {
            case backends -> Backends.run(home, quick, only);
            case console -> Console.run(home, quick, only);
            case reports -> ReportBenchmark.run(home, quick);
        };
        stdout.print(report.table());
        stdout.flush();
        if (json != null) {
            report.writeJson(json);
        }
        if (markdown != null) {
            Files.writeString(markdown, report.markdown());
        }
        return report.isMet() ? 0 : FAILED;
    }

    /** What can be measured, as it is typed. */
    enum What {
        backends, console, reports
    }
}
