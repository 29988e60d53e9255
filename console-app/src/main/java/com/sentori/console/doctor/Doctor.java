package com.sentori.console.doctor;

import com.sentori.console.backends.Backends;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Network;
import com.sentori.console.backends.Settings;
import com.sentori.console.secrets.Redaction;
import com.sentori.console.terraform.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks at everything that can be wrong, one after the other. */
public final class Doctor {
    private final Map<String, Path> folders;
    private final Redaction redaction;
    private final List<Check> checks;

    /**
     * Of this machine, and of what is kept on it.
     *
     * @param settings as they are kept
     * @param folders where the console keeps what, as {@link Folders#all}
     * @param backends to be asked
     * @param network how these are reached
     */
    public Doctor(Settings settings, Map<String, Path> folders, Backends backends, Network network,
            Redaction redaction, Clock clock) {
        this.redaction = redaction;
        this.folders = new LinkedHashMap<>(folders);
        Programs programs = Programs.ofThisMachine();
        List<BackendProfile> profiles = backends.profiles();
        checks = List.of(new Machine(programs),
                new Disk(this.folders, folder(Folders.CONFIG), folder(Folders.DATA),
                        settings.journalMebibytes() << 20),
                new Reach(backends.all().stream().map(Connection::client).toList(), clock),
                new Links(network, profiles, clock), new Keys(),
                new Tools(programs, Program.ofThisProcess().path(), System.getProperty("user.name", "")));
    }

    private Path folder(String name) {
        return Objects.requireNonNull(folders.get(name), name);
    }

    /** Looks. Takes some seconds where a backend does not answer. */
    public Examination examine() throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (Check check : checks) {
            found.addAll(check.look());
        }
        return Examination.of(folders, found, redaction);
    }
}
