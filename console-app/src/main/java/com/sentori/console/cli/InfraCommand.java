package com.sentori.console.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Settings;
import com.sentori.console.terraform.Applied;
import com.sentori.console.terraform.Applies;
import com.sentori.console.terraform.Bill;
import com.sentori.console.terraform.Change;
import com.sentori.console.terraform.Diagnostic;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.EnvironmentException;
import com.sentori.console.terraform.Environments;
import com.sentori.console.terraform.Offer;
import com.sentori.console.terraform.Output;
import com.sentori.console.terraform.Plan;
import com.sentori.console.terraform.Program;
import com.sentori.console.terraform.ShownPlan;
import com.sentori.console.terraform.TerraformException;
import com.sentori.console.terraform.Workplace;
import com.sentori.console.terraform.Workplace.Aim;
import com.sentori.contract.json.Json;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans and applies the stacks of named environments. */
@Command(name = "infra", mixinStandardHelpOptions = true, description = "Plans and applies the Terraform stacks of named environments.")
final class InfraCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec self = spec();
        self.commandLine().usage(self.commandLine().getErr());
    }

    /** Which environment, and how it is told. */
    static final class Place {
        @Option(names = "--env", paramLabel = "NAME", required = true, description = "One of the environments in environments.yaml.")
        private String name = "";
        @Option(names = "--environments", paramLabel = "DIR", description = "The folder of environments.yaml, in place of that of the settings.")
        private @Nullable Path folder;
        @Option(names = "--json", description = "Prints the result as JSON, by the published schema.")
        private boolean json;

        Workplace open() throws EnvironmentException, IOException {
            return new Workplace(Environments.named(name, folder == null ? Folders.settings() : folder),
                    Program.ofThisProcess(), Folders.data(), Clock.systemUTC())
                    .endingWith(() -> Runtime.getRuntime().halt(Exit.INTERRUPTED));
        }
    }

    /** What is needed before anything is changed. */
    static final class Consent {
        @Option(names = "--yes", description = "Applies without asking.")
        private boolean yes;
        @Option(names = "--approve", paramLabel = "PLAN", description = "Applies exactly the plan that 'infra plan --keep' printed this id of, without asking.")
        private @Nullable String approved;
        @Option(names = "--confirm", paramLabel = "NAME", description = "The name of a production environment, typed out.")
        private @Nullable String confirmed;
        @Option(names = "--reason", paramLabel = "TEXT", description = "Why it cannot wait, where runs are running on the backend.")
        private String reason = "";
    }

    @Command(name = "plan", mixinStandardHelpOptions = true, description = "Shows what an apply would change, and what it costs.")
    int plan(@Mixin Place place,
            @Option(names = "--destroy", description = "What has to be done so that all is gone.") boolean destroy,
            @Option(names = "--keep", description = "Keeps the plan until it is applied with --approve, or another one is made.") boolean keep,
            @Option(names = "--detailed-exitcode", description = "Ends with 99 if anything would be changed.") boolean detailed)
            throws EnvironmentException, IOException, TerraformException, InterruptedException {
        Workplace workplace = place.open();
        ShownPlan shown = made(workplace, destroy ? Aim.DESTROY : Aim.APPLY);
        try {
            if (keep) {
                workplace.keep(shown);
            }
            tell(place, shown.plan(), destroy ? Aim.DESTROY : Aim.APPLY, keep ? shown.id() : null);
            return detailed && !shown.plan().isEmpty() ? Exit.CHECK_FAILED : Exit.PASSED;
        } finally {
            if (!keep) {
                shown.close();
            }
        }
    }

    @Command(name = "apply", mixinStandardHelpOptions = true, description = "Plans, shows the plan, asks, and applies exactly that plan.")
    int apply(@Mixin Place place, @Mixin Consent consent, @Mixin Targets targets)
            throws EnvironmentException, IOException, TerraformException, InterruptedException {
        return change(place, consent, targets, Aim.APPLY);
    }

    @Command(name = "destroy", mixinStandardHelpOptions = true, description = "The same, so that all of the stack is gone. Protected stores of data are refused.")
    int destroy(@Mixin Place place, @Mixin Consent consent, @Mixin Targets targets)
            throws EnvironmentException, IOException, TerraformException, InterruptedException {
        return change(place, consent, targets, Aim.DESTROY);
    }

    @Command(name = "drift", mixinStandardHelpOptions = true, description = "Shows what has changed outside Terraform since the last apply; ends with 99 if anything has.")
    int drift(@Mixin Place place) throws EnvironmentException, IOException, TerraformException, InterruptedException {
        try (ShownPlan shown = made(place.open(), Aim.DRIFT)) {
            tell(place, shown.plan(), Aim.DRIFT, null);
            return shown.plan().drift().isEmpty() ? Exit.PASSED : Exit.CHECK_FAILED;
        }
    }

    @Command(name = "output", mixinStandardHelpOptions = true, description = "Shows the outputs of the stack as it is; secrets are not.")
    int output(@Mixin Place place)
            throws EnvironmentException, IOException, TerraformException, InterruptedException {
        List<Output> outputs = place.open().outputs();
        if (place.json) {
            print(new Outputs(Outputs.SCHEMA, place.name, outputs));
        } else {
            outputs.forEach(each -> out().println(each.name() + "  " + PlanText.text(each.value())));
        }
        return Exit.PASSED;
    }

    private int change(Place place, Consent consent, Targets targets, Aim aim)
            throws EnvironmentException, IOException, TerraformException, InterruptedException {
        Workplace workplace = place.open();
        try (ShownPlan shown = consent.approved == null
                ? made(workplace, aim)
                : workplace.kept(consent.approved)) {
            if (place.json) {
                new PlanText(err()).print(shown.plan());
            } else {
                tell(place, shown.plan(), aim, null);
            }
            if (shown.plan().isEmpty() && shown.plan().changes().isEmpty()) {
                return done(place, new Applied(0, 0, 0, List.of(), List.of()));
            }
            String typed = Objects.requireNonNullElse(consent.confirmed, "");
            String reason = consent.reason;
            if (shown.plan().refused().isEmpty() && !workplace.environment().readOnly()) {
                reason = reason(workplace.environment(), reason, targets);
                typed = agreed(workplace.environment(), consent, typed);
                new Applies(Folders.data()).add(new Applies.Entry(Clock.systemUTC().instant(), place.name,
                        workplace.environment().backend(), reason));
            }
            try (TerraformProgress progress = new TerraformProgress(err())) {
                return done(place, workplace.apply(shown, typed, progress));
            }
        }
    }

    private ShownPlan made(Workplace workplace, Aim aim)
            throws TerraformException, IOException, InterruptedException {
        try (TerraformProgress progress = new TerraformProgress(err())) {
            return workplace.plan(aim, progress);
        }
    }

    /** Why it cannot wait; empty where no run is running. */
    private String reason(Environment environment, String given, Targets targets) throws IOException {
        List<BackendProfile> touched = Settings.peek(Folders.settings())
                .profiles()
                .stream()
                .filter(each -> each.name().equals(environment.backend()))
                .toList();
        int running = 0;
        if (!touched.isEmpty()) {
            try (Backends backends = targets.open(touched.stream().map(BackendProfile::name).toList(),
                    touched.stream().map(each -> each.url().toString()).toList())) {
                for (BackendClient backend : targets.chosen(backends)) {
                    running += backend.running().size();
                }
            } catch (BackendException e) {
                err().println("Nobody knows whether runs are running: " + e.getMessage());
            }
        }
        if (running == 0) {
            return "";
        }
        err().println(
                running + (running == 1 ? " run is" : " runs are") + " RUNNING on " + environment.backend() + ".");
        String reason = given.isBlank() ? ask("Why can it not wait? ") : given;
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Runs are running on " + environment.backend()
                    + ": wait until they have ended, or say with --reason why it cannot wait.");
        }
        return reason;
    }

    /** What was typed where the name of the environment is wanted. */
    private static String agreed(Environment environment, Consent consent, String typed) {
        if (environment.production() && typed.isEmpty()) {
            return ask("Type " + environment.name() + " to apply to production: ");
        }
        if (!consent.yes && consent.approved == null && !environment.production()
                && !ask("Apply? Type yes: ").equals("yes")) {
            throw new IllegalArgumentException(
                    "Nothing was applied: agree with yes, or say --yes or --approve PLAN.");
        }
        return typed;
    }

    /** What somebody types; empty where nobody is there. */
    private static String ask(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s", question))
                .map(String::strip)
                .orElse("");
    }

    private void tell(Place place, Plan plan, Aim aim, @Nullable String id) {
        if (place.json) {
            print(Shown.of(place.name, plan, aim, id));
            return;
        }
        if (aim == Aim.DRIFT) {
            new PlanText(out()).printDrift(plan);
        } else {
            new PlanText(out()).print(plan);
        }
        if (id != null) {
            out().println("Kept as " + id + ": ./sentori infra apply --env " + place.name + " --approve " + id);
        }
    }

    private int done(Place place, Applied applied) {
        Optional<Offer> offer = Offer.of(applied.outputs());
        if (place.json) {
            print(new Result(Result.SCHEMA, place.name, applied.added(), applied.changed(), applied.destroyed(),
                    applied.warnings(), applied.outputs(), offer.orElse(null)));
        } else {
            applied.warnings().forEach(each -> err().println("Warning: " + each.sentence()));
            out().println("Applied: " + applied.added() + " made, " + applied.changed() + " changed, "
                    + applied.destroyed() + " destroyed.");
        }
        offer.ifPresent(each -> err().println("The stack provides a backend at " + each.profile().url()
                + ": name it with --backend, or keep it in the window under Backends."));
        return Exit.PASSED;
    }

    private void print(Object result) {
        out().println(new String(Json.bytes(result), StandardCharsets.UTF_8));
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** By the schema {@code infra-plan-1.json}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Shown(String schema, String environment, String aim, @Nullable String plan,
            Map<String, Integer> counts, int unchanged, List<Change> changes, List<Change> drift,
            List<Output> outputs, Bill bill) {
        static Shown of(String environment, Plan plan, Aim aim, @Nullable String id) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            plan.counts().forEach((action, count) -> counts.put(PlanText.word(action), count));
            return new Shown("sentori.infra-plan/1", environment, aim.name().toLowerCase(Locale.ROOT), id,
                    counts, plan.unchanged(), plan.changes(), plan.drift(), plan.outputs(), plan.bill());
        }
    }

    /** By the schema {@code infra-apply-1.json}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Result(String schema, String environment, int added, int changed, int destroyed,
            List<Diagnostic> warnings, List<Output> outputs, @Nullable Offer backend) {
        private static final String SCHEMA = "sentori.infra-apply/1";
    }

    /** By the schema {@code infra-output-1.json}. */
    private record Outputs(String schema, String environment, List<Output> outputs) {
        private static final String SCHEMA = "sentori.infra-output/1";
    }
}
