package com.sentori.sandbox.processes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How server-ecs is started: with the heap that the product promises to do with, and with an archive of its loaded and linked
 * classes, which makes a start take half as long. A build deletes the archive.
 *
 * @param folder its jars, beside which the archive is kept
 */
public record EcsCommand(Path folder) {
    private static final String MAIN = "com.sentori.ecs.EcsServer";

    /** Whether a server has left its archive since the last build. */
    public boolean archived() {
        return Files.exists(archive());
    }

    /** A server that leaves the archive at its end if there is none; it is passed over where it cannot be written. */
    public List<String> archiving() {
        return command(List.of("-XX:+AutoCreateSharedArchive"), folder + File.separator + "*", MAIN);
    }

    /**
     * A server that leaves no archive.
     *
     * @param flags more of the virtual machine
     * @param addition a jar that the class path gets besides
     * @param main another class that starts it
     */
    public List<String> using(List<String> flags, Path addition, String main) {
        return command(flags, folder + File.separator + "*" + File.pathSeparator + addition, main);
    }

    private List<String> command(List<String> flags, String classPath, String main) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(flags);
        command.addAll(List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:disable", "-Xlog:all=error:stderr",
                "-Xlog:cds=off:stderr", "-Xlog:aot=off:stderr", "-cp", classPath, main));
        return command;
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }
}
