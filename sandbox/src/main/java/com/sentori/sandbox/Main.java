package com.sentori.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./sentori sandbox}. */
@Command(name = "sentori sandbox", mixinStandardHelpOptions = true, description = "Runs both backends on this machine until Ctrl-C. Prints one line on stdout when both answer: READY and their addresses as JSON.")
public final class Main implements Callable<Integer> {
    /** Where data is kept, if nothing else is said. */
    static final String DATA = "${sys:sentori.home:-.}/.sentori/sandbox";

    private static final int USAGE = 2;
    private static final int FAILED = 1;

    @Option(names = "--ecs-port", paramLabel = "N", description = "Port of the ecs backend (default: a free one).")
    private int ecsPort;

    @Option(names = "--serverless-port", paramLabel = "N", description = "Port of the serverless backend (default: a free one).")
    private int serverlessPort;

    @Option(names = "--cloudwatch-port", paramLabel = "N", description = "Port of the CloudWatch endpoint (default: a free one).")
    private int cloudWatchPort;

    @Option(names = "--observe", description = "Starts a Prometheus besides, which scrapes the ecs backend (needs the program 'prometheus').")
    private boolean observe;

    @Option(names = "--prometheus-port", paramLabel = "N", description = "Port of that Prometheus (default: a free one).")
    private int prometheusPort;

    @Option(names = "--auth", paramLabel = "MODE", defaultValue = "open", description = "open: everyone on this machine may do everything (default). jwt: callers need a token, which './sentori token' makes.")
    private Auth auth = Auth.OPEN;

    @Option(names = "--issuer-port", paramLabel = "N", description = "Port of the issuer of tokens (default: as last time, else a free one).")
    private int issuerPort;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, description = "Where the data is kept (default: .sentori/sandbox).")
    private Path data = Path.of(".sentori", "sandbox");

    @Option(names = "--grace", paramLabel = "SECONDS", defaultValue = "120", description = "How long a run may outlive its planned end or its last reading (default: ${DEFAULT-VALUE}).")
    private int graceSeconds;

    private final PrintStream stdout;

    private Main(PrintStream stdout) {
        this.stdout = stdout;
    }

    /** Runs until the process is asked to end. */
    public static void main(String[] args) {
        // Scripts read the one line on stdout; what libraries print there goes where logs go.
        PrintStream stdout = System.out;
        System.setOut(System.err);
        System.exit(commandLine(new Main(stdout), stdout).execute(args));
    }

    /** Of this command: what fails is said in a sentence. */
    static CommandLine commandLine(Callable<Integer> program, PrintStream stdout) {
        CommandLine command = new CommandLine(program)
                .setOut(new PrintWriter(stdout, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((fault, line, _) -> {
            line.getErr().println(fault.getMessage() == null ? fault.toString() : fault.getMessage());
            return fault instanceof IllegalArgumentException ? USAGE : FAILED;
        });
        return command;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (graceSeconds < 0) {
            throw new IllegalArgumentException("The grace cannot be negative: give --grace 0 or more.");
        }
        Sandbox sandbox = new Sandbox(data.toAbsolutePath().normalize(), serverFolder(),
                Duration.ofSeconds(graceSeconds),
                auth == Auth.JWT, observe ? rules() : null);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(sandbox::close));
        WantedPorts ports = new WantedPorts(ecsPort, serverlessPort, cloudWatchPort, issuerPort, prometheusPort);
        stdout.println(sandbox.start(ports).ready());
        stdout.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private enum Auth {
        OPEN, JWT
    }

    /** Where the product keeps the rules of its Prometheus. */
    private static Path rules() {
        return Path.of(System.getProperty("sentori.home", "."), "grafana-provisioning", "alerting");
    }

    /** It lies beside this module's own jar. */
    private static Path serverFolder() {
        try {
            Path own = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = own.resolveSibling("server-ecs");
            if (!Files.isRegularFile(folder.resolve("server-ecs.jar"))) {
                throw new IllegalArgumentException("server-ecs is not built: run 'mvn -DskipTests package' first.");
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
