package com.sentori.console.terraform;

import com.sentori.console.terraform.TerraformException.Kind;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An environment, and the one process of Terraform that works on it at a time, whichever console or command has started it. Calls wait for Terraform, for minutes if need be;
 * {@link #interrupt} may come from any thread.
 */
public final class Workplace {
    private static final int MOST_DIAGNOSTICS = 200;
    private static final String STALE = "Saved plan is stale";
    /** Within which Terraform says that a terminal has interrupted it. */
    private static final Duration TERMINAL = Duration.ofMillis(700);

    private final Environment environment;
    private final Program program;
    private final Path folder;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final MessageReader reader = new MessageReader(secrets::hide);
    private volatile @Nullable Invocation running;
    private volatile boolean interrupted;
    private volatile Runnable lastWord = () -> {};

    /**
     * Of an environment.
     *
     * @param dataFolder in which the program keeps its data; what belongs to the environment has a folder there
     */
    public Workplace(Environment environment, Program program, Path dataFolder, Clock clock) {
        this.environment = environment;
        this.program = program;
        this.folder = dataFolder.toAbsolutePath().resolve("terraform").resolve(environment.name());
        this.clock = clock;
    }

    /** What is done last where this process has to end while Terraform works: after Terraform has ended in order. */
    public Workplace endingWith(Runnable last) {
        lastWord = last;
        return this;
    }

    /** The environment. */
    public Environment environment() {
        return environment;
    }

    /** What is planned. */
    public enum Aim {
        /** What the configuration says. */
        APPLY,
        /** That all is gone. */
        DESTROY,
        /** Nothing: what has changed outside Terraform is looked at. */
        DRIFT
    }

    /**
     * Makes a plan. The caller closes it.
     *
     * @param progress is told how far it is, on the thread that calls
     * @throws TerraformException if there is none
     * @throws IOException if the disk does not serve
     */
    public ShownPlan plan(Aim aim, Consumer<Message> progress)
            throws TerraformException, IOException, InterruptedException {
        try (Turn _ = turn()) {
            prepare();
            // There is one at a time, and what a process that was killed has left is gone.
            discardAll();
            String configuration = fingerprint();
            StateMark mark = mark();
            PlanFile file = PlanFile.in(folder);
            try {
                List<String> arguments = arguments("plan", "-json", "-out=" + file.path());
                switch (aim) {
                    case APPLY -> { // as it is
                    }
                    case DESTROY -> arguments.add("-destroy");
                    case DRIFT -> arguments.add("-refresh-only");
                }
                environment.variables().forEach(values -> arguments.add("-var-file=" + values));
                run(arguments, progress);
                return shown(file, new PlanFile.Note(file.id(), mark, configuration, clock.instant()));
            } catch (TerraformException | IOException | InterruptedException | RuntimeException e) {
                file.close();
                throw e;
            }
        }
    }

    /** Has a plan stay after this process, until it is applied or discarded, or another one is made. The caller does not close it then. */
    public void keep(ShownPlan plan) throws IOException {
        plan.file().note(plan.note());
    }

    /**
     * The plan that was kept under this id. The caller closes it.
     *
     * @throws TerraformException if there is none
     */
    public ShownPlan kept(String id) throws TerraformException, IOException, InterruptedException {
        for (PlanFile each : PlanFile.all(folder)) {
            PlanFile.Note note = each.note();
            if (note != null && note.id().equals(id) && each.id().equals(id)) {
                try (Turn _ = turn()) {
                    prepare();
                    return shown(each, note);
                }
            }
        }
        throw new TerraformException(Kind.NO_PLAN, "No plan '" + id + "' is kept for " + environment.name()
                + ": plan again with --keep, and approve the id that it prints.");
    }

    /** Deletes what there is of plans. */
    public void discardAll() throws IOException {
        PlanFile.all(folder).forEach(PlanFile::close);
    }

    private ShownPlan shown(PlanFile file, PlanFile.Note note)
            throws IOException, TerraformException, InterruptedException {
        Invocation show = begin(List.of("show", "-json", file.path().toString()));
        Plan plan;
        try (InputStream text = show.output()) {
            plan = new PlanReader(secrets, MonthlyPrices.shipped()).read(text);
            text.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | TerraformException | RuntimeException e) {
            show.kill();
            requireOrderly(show, end(show), List.of());
            throw e;
        }
        requireOrderly(show, end(show), List.of());
        return new ShownPlan(plan, file, note);
    }

    /**
     * Applies exactly the plan that was shown. Its file is gone afterwards, whatever came of it.
     *
     * @param typed what the operator typed, where the environment is a production one: its name
     * @param progress is told how far it is, on the thread that calls
     * @throws TerraformException if it was not applied, or not to its end
     * @throws IOException if the disk does not serve
     */
    public Applied apply(ShownPlan plan, String typed, Consumer<Message> progress)
            throws TerraformException, IOException, InterruptedException {
        requireLeave(plan.plan(), typed);
        try (Turn _ = turn()) {
            requireFresh(plan);
            int[] sums = new int[3];
            List<Diagnostic> told = run(arguments("apply", "-json", plan.file().path().toString()), message -> {
                if (message instanceof Message.Summary(int add, int change, int remove, boolean applied) && applied) {
                    sums[0] = add;
                    sums[1] = change;
                    sums[2] = remove;
                }
                progress.accept(message);
            });
            return new Applied(sums[0], sums[1], sums[2], told, readOutputs());
        } finally {
            plan.close();
        }
    }

    private void requireLeave(Plan plan, String typed) throws TerraformException {
        if (environment.readOnly()) {
            throw new TerraformException(Kind.READ_ONLY,
                    environment.name() + " is read-only: change that in " + Environments.FILE + " first.");
        }
        List<Change> refused = plan.refused();
        if (!refused.isEmpty()) {
            throw new TerraformException(Kind.PROTECTED, "The plan destroys data that are protected ("
                    + String.join(", ", refused.stream().limit(5).map(Change::address).toList())
                    + "): take off their protection with a plan of its own, apply it, then plan again.");
        }
        if (environment.production() && !typed.strip().equals(environment.name())) {
            throw new TerraformException(Kind.UNCONFIRMED, environment.name()
                    + " is production: type its name to confirm (--confirm " + environment.name() + ").");
        }
    }

    private void requireFresh(ShownPlan plan) throws TerraformException, IOException, InterruptedException {
        PlanFile.Note note = plan.note();
        if (!Files.exists(plan.file().path()) || !plan.file().id().equals(note.id())) {
            throw new TerraformException(Kind.NO_PLAN, "The plan's file is gone or was changed: plan again.");
        }
        if (!fingerprint().equals(note.configuration())) {
            throw new TerraformException(Kind.CHANGED,
                    "The configuration or its values have changed since the plan was made: plan again.");
        }
        if (!mark().equals(note.mark())) {
            throw stale();
        }
    }

    private static TerraformException stale() {
        return new TerraformException(Kind.STALE, "The state has moved since the plan was made: plan again.");
    }

    /** The outputs of the stack as it is. */
    public List<Output> outputs() throws TerraformException, IOException, InterruptedException {
        try (Turn _ = turn()) {
            prepare();
            return readOutputs();
        }
    }

    private List<Output> readOutputs() throws TerraformException, IOException, InterruptedException {
        Invocation output = begin(List.of("output", "-json"));
        byte[] text;
        try (InputStream in = output.output()) {
            text = in.readNBytes(16 << 20);
            in.transferTo(OutputStream.nullOutputStream());
        }
        requireOrderly(output, end(output), List.of());
        List<Output> all = new ArrayList<>();
        try {
            for (Map.Entry<String, JsonNode> each : Json.MAPPER.readTree(text).properties()) {
                JsonNode value = each.getValue().path("value");
                boolean isSecret = each.getValue().path("sensitive").asBoolean(true);
                if (isSecret) {
                    secrets.add(value);
                }
                all.add(new Output(each.getKey(),
                        isSecret ? Value.SENSITIVE : new Value(Value.Kind.KNOWN, Differences.text(value))));
            }
        } catch (JacksonException e) {
            // The text of the fault may quote what was read.
            throw new IOException("Terraform's outputs could not be read.");
        }
        return all.stream().map(each -> new Output(each.name(), Differences.shown(each.value(), secrets))).toList();
    }

    private StateMark mark() throws TerraformException, IOException, InterruptedException {
        Invocation pull = begin(List.of("state", "pull"));
        StateMark mark;
        try (InputStream in = pull.output()) {
            mark = StateMark.read(in);
            in.transferTo(OutputStream.nullOutputStream());
        }
        requireOrderly(pull, end(pull), List.of());
        return mark;
    }

    private String fingerprint() throws IOException {
        return Fingerprint.of(environment, dataFolder(), System.getenv());
    }

    private Path dataFolder() {
        return folder.resolve("data");
    }

    /** Fetches providers and modules, unless that was done for this configuration. */
    private void prepare() throws TerraformException, IOException, InterruptedException {
        if (!Files.isDirectory(environment.stack())) {
            throw new TerraformException(Kind.NO_STACK, "There is no folder " + environment.stack()
                    + ": name the one of the stack in " + Environments.FILE + ".");
        }
        secrets.learn(environment, System.getenv());
        Path stamp = folder.resolve("prepared");
        String now = fingerprint();
        if (Files.exists(stamp) && Files.isDirectory(dataFolder()) && Files.readString(stamp).equals(now)) {
            return;
        }
        List<String> arguments = arguments("init", "-json", "-reconfigure");
        if (environment.backendConfig() != null) {
            arguments.add("-backend-config=" + environment.backendConfig());
        }
        run(arguments, _ -> {});
        Files.writeString(stamp, fingerprint());
    }

    private static List<String> arguments(String... first) {
        List<String> all = new ArrayList<>(List.of(first[0], "-input=false"));
        all.addAll(List.of(first).subList(1, first.length));
        return all;
    }

    /** Runs it to its end, and gives what it said without stopping. */
    private List<Diagnostic> run(List<String> arguments, Consumer<Message> progress)
            throws TerraformException, IOException, InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        Invocation invocation = begin(arguments);
        List<Diagnostic> told = new ArrayList<>();
        try (LastWatch _ = LastWatch.over(() -> endInOrder(invocation, heard))) {
            invocation.lines(line -> reader.read(line).ifPresent(message -> {
                switch (message) {
                    case Message.Complaint(Diagnostic diagnostic) when told.size() < MOST_DIAGNOSTICS ->
                        told.add(diagnostic);
                    case Message.Interrupted() -> heard.countDown();
                    default -> {
                    }
                }
                progress.accept(message);
            }));
            requireOrderly(invocation, end(invocation), told);
        }
        return told;
    }

    private Invocation begin(List<String> arguments) throws TerraformException {
        if (interrupted) {
            throw interrupted(List.of());
        }
        Invocation begun = Invocation.start(program, environment, dataFolder(), arguments);
        running = begun;
        return begun;
    }

    private int end(Invocation invocation) throws InterruptedException {
        try {
            return invocation.await();
        } finally {
            running = null;
        }
    }

    private void requireOrderly(Invocation invocation, int code, List<Diagnostic> told) throws TerraformException {
        if (code == 0) {
            return;
        }
        List<Diagnostic> errors = told.stream()
                .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
                .toList();
        if (interrupted) {
            throw interrupted(errors);
        }
        Optional<Lock> lock = errors.stream().flatMap(each -> Optional.ofNullable(Lock.of(each)).stream()).findFirst();
        if (lock.isPresent()) {
            throw new TerraformException(Kind.LOCKED,
                    "The state is locked by " + lock.get().who() + " since " + lock.get().created() + " ("
                            + lock.get().operation() + ", lock " + lock.get().id()
                            + "): wait until they are done, or ask them.",
                    errors, lock.get());
        }
        if (errors.stream().anyMatch(each -> each.summary().equals(STALE))) {
            throw stale();
        }
        String last = secrets.hide(invocation.lastErrors());
        throw new TerraformException(Kind.FAILED, errors.isEmpty()
                ? "Terraform ended with " + code + (last.isEmpty() ? "." : ": " + last)
                : errors.getFirst().sentence(), errors, null);
    }

    private static TerraformException interrupted(List<Diagnostic> errors) {
        return new TerraformException(Kind.INTERRUPTED,
                "Terraform was interrupted; what was done until then is in its state.", errors, null);
    }

    /**
     * Asks what runs to end in order; called again, Terraform ends at once and may lose what it knew: warn before.
     *
     * @return whether something runs that could be asked
     */
    public boolean interrupt() throws IOException {
        interrupted = true;
        Invocation now = running;
        return now != null && !now.isOver() && now.interrupt();
    }

    /** Where this process has to end: the state is saved before. With Ctrl-C the terminal has asked Terraform already, and a second time would be once too often. */
    private void endInOrder(Invocation invocation, CountDownLatch heard) {
        try {
            interrupted = true;
            if (!heard.await(TERMINAL.toMillis(), TimeUnit.MILLISECONDS)) {
                invocation.interrupt();
            }
            invocation.await();
            discardAll();
            lastWord.run();
        } catch (IOException e) {
            invocation.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What takes secrets out of a text that somebody wrote. Any thread. */
    public String hide(String text) {
        return secrets.hide(text);
    }

    private Turn turn() throws TerraformException, IOException {
        PlanFile.ownFolder(folder);
        interrupted = false;
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            @Nullable
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Turn(channel);
            }
        } catch (OverlappingFileLockException e) {
            // said below
        }
        channel.close();
        throw new TerraformException(Kind.BUSY,
                "Another command or window works on " + environment.name() + ": wait until it is done.");
    }

    /** The time in which nobody else works on the environment: the file is locked until it is closed. */
    private record Turn(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
