package com.sentori.console.cli;

import com.sentori.console.alarms.AlarmFile;
import com.sentori.console.alarms.Alarms;
import com.sentori.console.alarms.Raised;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.Folders;
import com.sentori.console.guard.DrivenRun;
import com.sentori.console.guard.Guard;
import com.sentori.console.guard.Ward;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.rules.Rules;
import com.sentori.console.runs.Broken;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunSession;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Watches the runs that a command drives by the rules of alarms. Keeps no alarms: those are the window's. */
final class RunGuard implements RunSession.Sink, AutoCloseable {
    static final String NONE = "none";

    private final Guard guard;
    private final Map<String, BackendClient> backends;
    private final Map<String, Half> halves = new ConcurrentHashMap<>();

    private RunGuard(Guard guard, List<BackendClient> backends) {
        this.guard = guard;
        this.backends = backends.stream().collect(Collectors.toMap(each -> each.profile().name(), each -> each));
    }

    /**
     * By the rules of a file, or those of the window, or none.
     *
     * @param file as it was typed; null for those of the window
     * @throws IllegalArgumentException if there is no such file, or it is wrong
     */
    static RunGuard over(@Nullable String file, List<BackendClient> backends) {
        Path path = file == null ? Folders.data().resolve(Rules.FILE) : file.equals(NONE) ? null : Path.of(file);
        if (file != null && path != null && !Files.exists(path)) {
            throw new IllegalArgumentException(
                    "There is no file " + file + ": name one of rules with --alarms, or 'none'.");
        }
        Rules rules = Rules.of(path);
        RuleFault fault = rules.fault();
        if (fault != null) {
            throw new IllegalArgumentException(fault.sentence());
        }
        return by(rules, backends);
    }

    /** By the rules of the window, for runs that are to go on whatever these look like: wrong ones are said, and judge nothing. */
    static RunGuard resuming(List<BackendClient> backends, PrintWriter err) {
        Rules rules = Rules.in(Folders.data());
        RuleFault fault = rules.fault();
        if (fault != null) {
            err.println(fault.sentence() + " No rule watches what goes on.");
        }
        return by(rules, backends);
    }

    private static RunGuard by(Rules rules, List<BackendClient> backends) {
        Clock clock = Clock.systemUTC();
        Alarms alarms = new Alarms(clock);
        return new RunGuard(new Guard(rules, alarms, AlarmFile.none(alarms, null), clock).begin(), backends);
    }

    @Override
    public void accept(String backend, Run run, List<Reading> readings) {
        half(backend, run).ward.take(readings);
    }

    @Override
    public List<Broken> broken(String backend, Run run) {
        return half(backend, run).ward.verdict();
    }

    private Half half(String backend, Run run) {
        return halves.computeIfAbsent(backend, name -> {
            DrivenRun driven = new DrivenRun(Objects.requireNonNull(backends.get(name)), run);
            return new Half(driven, guard.open(driven));
        });
    }

    /** Goes on until it is closed, and stops the session if a rule says so. */
    RunGuard on(RunSession session) {
        for (Drive drive : session.drives()) {
            Half half = half(drive.backend().profile().name(), drive.progress().run());
            half.run.drivenBy(drive);
            half.ward.stopsBy(session::stop);
        }
        return this;
    }

    /** The rules that a half of a run that is over broke, by the first critical alarm of each. */
    List<Raised> broken(Drive drive) {
        Half half = halves.get(drive.backend().profile().name());
        if (half == null) {
            return List.of();
        }
        half.ward.tick();
        return half.ward.broken();
    }

    @Override
    public void close() {
        guard.close();
    }

    private record Half(DrivenRun run, Ward ward) {}
}
