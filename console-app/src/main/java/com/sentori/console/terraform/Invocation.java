package com.sentori.console.terraform;

import com.sentori.console.terraform.TerraformException.Kind;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One process of Terraform, from its start to its end. {@link #interrupt} may be called from any thread. */
final class Invocation {
    /** A longer line is none that anybody is told of. */
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LAST_LINES = 40;
    private static final String NAME = "terraform";

    private final Process process;
    private final Queue<String> lastErrors = new ArrayDeque<>();
    private final Thread errors;

    private Invocation(Process process) {
        this.process = process;
        // Of the platform: who reads a pipe keeps the thread under a virtual one.
        this.errors = Thread.ofPlatform().daemon().name("terraform-errors").start(this::readErrors);
    }

    /**
     * Starts one in the stack of an environment.
     *
     * @param dataFolder where Terraform keeps what it has fetched for this environment
     * @throws TerraformException if there is no such program
     */
    static Invocation start(Program program, Environment environment, Path dataFolder,
            List<String> arguments) throws TerraformException {
        List<String> command = new ArrayList<>(List.of(program.path()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(environment.stack().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Map<String, String> variables = builder.environment();
        // What somebody has set for a terminal would change what is run, or write secrets to a log.
        variables.keySet()
                .removeIf(name -> name.startsWith("TF_CLI_ARGS") || name.startsWith("TF_LOG")
                        || name.equals("TF_WORKSPACE") || name.equals("TF_REATTACH_PROVIDERS"));
        variables.put("TF_DATA_DIR", dataFolder.toString());
        variables.put("TF_IN_AUTOMATION", "1");
        variables.put("TF_INPUT", "0");
        variables.put("CHECKPOINT_DISABLE", "1");
        if (environment.awsProfile() != null) {
            variables.put("AWS_PROFILE", environment.awsProfile());
        }
        try {
            return new Invocation(builder.start());
        } catch (IOException e) {
            throw new TerraformException(Kind.NO_PROGRAM, "'" + program.path()
                    + "' cannot be started: install Terraform 1.11 or newer, or name the program with "
                    + Program.VARIABLE + ".");
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** What it prints. */
    InputStream output() {
        return process.getInputStream();
    }

    /** Hands on each line that it prints, as it comes, until it ends. */
    void lines(Consumer<String> to) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            boolean tooLong = false;
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    if (!tooLong) {
                        to.accept(line.toString());
                    }
                    line.setLength(0);
                    tooLong = false;
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) next);
                } else {
                    tooLong = true;
                }
            }
        }
    }

    /** Its exit code, once it has ended. */
    int await() throws InterruptedException {
        int code = process.waitFor();
        errors.join();
        return code;
    }

    boolean isOver() {
        return !process.isAlive();
    }

    /** The last lines that it wrote beside its output. */
    String lastErrors() {
        synchronized (lastErrors) {
            return lastErrors.stream().collect(Collectors.joining("\n")).strip();
        }
    }

    private void readErrors() {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            char[] piece = new char[4096];
            StringBuilder line = new StringBuilder();
            for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
                for (int i = 0; i < count; i++) {
                    if (piece[i] == '\n') {
                        keep(line.toString());
                        line.setLength(0);
                    } else if (line.length() < piece.length) {
                        line.append(piece[i]);
                    }
                }
            }
            keep(line.toString());
        } catch (IOException e) {
            // It has ended.
        }
    }

    private void keep(String line) {
        synchronized (lastErrors) {
            lastErrors.add(line);
            if (lastErrors.size() > LAST_LINES) {
                lastErrors.remove();
            }
        }
    }

    /**
     * Asks Terraform to end in order: it stops what it does, and saves the state. A second time it ends at once, and may lose what it knew.
     *
     * @return whether it was asked: Windows knows no way to do so from outside
     */
    boolean interrupt() throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return false;
        }
        long pid = target(process.toHandle()).pid();
        try {
            return new ProcessBuilder("kill", "-INT", Long.toString(pid)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The program may be a script around Terraform: the nearest to it that is called so. */
    private static ProcessHandle target(ProcessHandle root) {
        Deque<ProcessHandle> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            ProcessHandle one = next.poll();
            Optional<String> command = one.info().command();
            if (command.filter(path -> path.substring(path.lastIndexOf('/') + 1).startsWith(NAME)).isPresent()) {
                return one;
            }
            one.children().forEach(next::add);
        }
        return root;
    }

    /** Ends it at once, where nobody waits for it any more. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
