package com.sentori.console.cli;

import com.sentori.console.alerting.AlertForm;
import com.sentori.console.backends.Folders;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the rules of alarms elsewhere. */
@Command(name = "alarms", mixinStandardHelpOptions = true, description = "Takes the rules of alarms elsewhere.")
final class AlarmsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec own = Objects.requireNonNull(spec, "picocli sets it");
        own.commandLine().usage(own.commandLine().getOut());
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the rules of alarms as alert rules of Prometheus or Grafana. A comment in the file says what is different there.")
    int export(
            @Option(names = "--as", required = true, paramLabel = "FORM", description = "prometheus: a file of rules; grafana: a file of provisioning") AlertForm form,
            @Option(names = "--every", paramLabel = "TIME", defaultValue = "5s", converter = Seconds.class, description = "how often sensors send, and rules are judged (default: ${DEFAULT-VALUE})") Duration every,
            @Option(names = "--out", paramLabel = "FILE", description = "where to; else to the standard output") @Nullable Path out,
            @Parameters(arity = "0..1", paramLabel = "RULES", description = "a file of rules; else those of the window") @Nullable Path file)
            throws IOException {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("--every takes a time from 1s to 1h.");
        }
        Path kept = file == null ? Folders.data().resolve(Rules.FILE) : file;
        if (!Files.exists(kept)) {
            throw new IllegalArgumentException(file == null
                    ? "There are no rules yet: make some in the window, or name a file of rules."
                    : "There is no file " + file + ": name one of rules.");
        }
        Rules rules = Rules.of(kept);
        RuleFault fault = rules.fault();
        if (fault != null) {
            throw new IllegalArgumentException(fault.sentence());
        }
        String text = form.write(rules.inForce(), every);
        CommandSpec own = Objects.requireNonNull(spec, "picocli sets it");
        if (out == null) {
            own.commandLine().getOut().print(text);
            own.commandLine().getOut().flush();
        } else {
            Files.writeString(out, text);
            own.commandLine()
                    .getErr()
                    .println(rules.inForce().size() + " rules are in " + out + ", for "
                            + form.name().toLowerCase(Locale.ROOT) + ".");
        }
        return Exit.PASSED;
    }
}
