package com.sentori.console.app;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Telemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a twin run on two backends: in the window, or in pictures of it. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Shows a twin run on two backends.")
public final class DemoCommand implements Callable<Integer> {
    private static final int PASSED = 0;
    private static final int THRESHOLDS_FAILED = 99;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--ecs", paramLabel = "URL", required = true, description = "Address of the ecs backend.")
    private String ecs = "";

    @Option(names = "--serverless", paramLabel = "URL", required = true, description = "Address of the serverless backend.")
    private String serverless = "";

    @Option(names = "--prometheus", paramLabel = "URL", description = "Address of the Prometheus that scrapes the ecs backend.")
    private String prometheus = "";

    @Option(names = "--cloudwatch", paramLabel = "URL", description = "Address of the CloudWatch of the serverless backend.")
    private String cloudWatch = "";

    @Option(names = "--headless", description = "Opens no window: takes pictures, exports the run, and checks it.")
    private boolean headless;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/demo", description = "Where pictures and exports go (default ${DEFAULT-VALUE}).")
    private Path folder = Path.of("target/demo");

    @Option(names = "--environments", paramLabel = "DIR", description = "The folder of environments.yaml, for the screen of the infrastructure.")
    private @Nullable Path environments;

    @Override
    public Integer call() throws InterruptedException, IOException, BackendException {
        List<BackendProfile> backends = List.of(BackendProfile.of("ecs", ecs).with(Telemetry.ofSandbox(prometheus, "")),
                BackendProfile.of("serverless", serverless).with(Telemetry.ofSandbox("", cloudWatch)));
        if (!headless) {
            List<String> parameters = new ArrayList<>(List.of("--ecs=" + ecs, "--serverless=" + serverless,
                    "--prometheus=" + prometheus, "--cloudwatch=" + cloudWatch, "--user=demo", "--demo"));
            if (environments != null) {
                parameters.add("--environments=" + environments);
            }
            return Window.open(parameters, Folders.settings());
        }
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        spec.commandLine().getErr().println("Headless: the window is drawn, not opened.");
        boolean passed = new HeadlessDemo(backends, folder, environments, spec.commandLine().getOut(),
                spec.commandLine().getErr())
                .play();
        return passed ? PASSED : THRESHOLDS_FAILED;
    }
}
