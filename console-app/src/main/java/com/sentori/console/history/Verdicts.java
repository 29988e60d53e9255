package com.sentori.console.history;

import com.sentori.console.live.BackendRun;
import com.sentori.console.runs.Broken;
import com.sentori.console.runs.Driven;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.stage.Actions;
import com.sentori.contract.runs.RunStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which completed runs failed by what this machine kept of them: a rule of alarms was critical, or not every reading was stored as sent. Of a run that
 * was driven elsewhere, nothing is known. FX thread; records are read away from it.
 */
public final class Verdicts {
    private final Records records;
    private final Actions actions;
    private final Map<String, Verdict> known = new HashMap<>();

    /** Of the runs with these records. */
    public Verdicts(Records records, Actions actions) {
        this.records = records;
        this.actions = actions;
    }

    /** How a run came out; empty if it did not fail, or nothing is known. */
    Optional<Verdict> failed(BackendRun run) {
        return Optional.ofNullable(known.get(run.run().id())).filter(Verdict::isFailed);
    }

    /** Reads what is kept of those that are not known yet, and says when it has. */
    void read(List<BackendRun> runs, Runnable done) {
        List<String> asked = runs.stream()
                .filter(run -> run.run().status() == RunStatus.COMPLETED)
                .map(run -> run.run().id())
                .filter(id -> !known.containsKey(id))
                .toList();
        if (!asked.isEmpty()) {
            actions.run(() -> read(asked), found -> {
                known.putAll(found);
                done.run();
            }, _ -> done.run());
        }
    }

    private Map<String, Verdict> read(List<String> runIds) throws IOException {
        Map<String, Verdict> found = new HashMap<>();
        for (String id : runIds) {
            Optional<Driven> driven = records.driven(id);
            // A run of another machine will not be one of this machine's later.
            if (driven.map(each -> each.reason() != null || each.check() != null).orElse(true)) {
                found.put(id, driven.map(Verdict::of).orElse(Verdict.UNKNOWN));
            }
        }
        return found;
    }

    /**
     * What is known of a run that has ended.
     *
     * @param stored whether every reading was stored as sent; also true if that was not checked
     * @param broken the rules that were critical, in words
     */
    record Verdict(boolean stored, List<String> broken) {
        private static final Verdict UNKNOWN = new Verdict(true, List.of());

        private static Verdict of(Driven driven) {
            RunCheck check = driven.check();
            return new Verdict(check == null || check.passed(), driven.broken().stream().map(Broken::text).toList());
        }

        private boolean isFailed() {
            return !stored || !broken.isEmpty();
        }
    }
}
