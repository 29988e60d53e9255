package com.sentori.console.cli;

import com.sentori.console.app.DemoCommand;
import com.sentori.console.app.WindowCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;

/** Where the console's process begins, with a window or without. */
@Command(name = "sentori", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Runs simulations on Sentori's backends and checks what was stored.")
public final class Main implements Runnable {
    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Opens the window, or starts what the arguments name; the exit code is one of {@link Exit}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        // Looked at once, when the first proxy is looked for.
        if (System.getProperty(SYSTEM_PROXIES) == null) {
            System.setProperty(SYSTEM_PROXIES, "true");
        }
        int exit = switch (args.length == 0 ? "" : args[0]) {
            case "window" -> WindowCommand.open(List.of(args).subList(1, args.length));
            // A toolkit wants the first thread on some systems.
            case "demo" -> execute(writer(System.out), writer(System.err), args);
            default -> executeInterruptibly(args);
        };
        if (!OnSignal.isUnderWay()) {
            System.exit(exit);
        }
    }

    /** On a thread that an interrupt frees from a backend which does not answer; not every one is. */
    private static int executeInterruptibly(String... args) throws InterruptedException {
        AtomicInteger exit = new AtomicInteger(Exit.INTERNAL);
        Thread.ofVirtual()
                .name("command")
                .start(() -> exit.set(execute(writer(System.out), writer(System.err), args)))
                .join();
        return exit.get();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands = new CommandLine(new Main());
        List.of(DemoCommand.class, RunCommand.class, ReportCommand.class, CompareCommand.class,
                DashboardsCommand.class, DoctorCommand.class, CompletionCommand.class, LoginCommand.class,
                AlarmsCommand.class, InfraCommand.class).forEach(commands::addSubcommand);
        commands.setOut(out);
        commands.setErr(err);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((fault, command, _) -> {
            boolean interrupted = Thread.interrupted();
            command.getErr().println(sentence(fault));
            return interrupted ? Exit.INTERRUPTED : Exit.of(fault);
        });
        return commands.execute(args);
    }

    private static String sentence(Exception fault) {
        String message = fault.getMessage();
        return fault instanceof InterruptedException ? "Interrupted." : message == null ? fault.toString() : message;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"sentori " + (version == null ? "from source" : version)};
        }
    }
}
