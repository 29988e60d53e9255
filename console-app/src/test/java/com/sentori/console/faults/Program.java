package com.sentori.console.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, as a script starts it. */
public final class Program implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Process process;

    private Program(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it; what it says, and what it keeps of runs, goes to this folder. */
    public static Program start(Path folder, List<String> arguments) throws IOException {
        return start(folder, Map.of(), command(folder, arguments));
    }

    /** Starts a command that starts it, with this in its environment besides. */
    public static Program start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("NO_COLOR", "SENTORI_TOKEN"));
        builder.environment().putAll(environment);
        return new Program(folder, builder.start());
    }

    /** What starts it. */
    public static List<String> command(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").contains("Linux")) {
            // Whatever runs in the background of a script would ignore Ctrl-C, and what it starts too.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "-Dsentori.data=" + folder,
                "com.sentori.console.cli.Main"));
        command.addAll(arguments);
        return command;
    }

    /** What it has said on stdout. */
    public String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    /** What it has said on stderr. */
    public String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** As somebody at a terminal does. */
    public void pressControlC() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** The exit code, once it has ended. */
    public int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    /** Kills it, if it has not ended. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
