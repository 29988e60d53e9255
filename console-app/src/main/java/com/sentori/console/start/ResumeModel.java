package com.sentori.console.start;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.live.LiveRun;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.runs.TakenOverException;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.spool.DamagedSpoolException;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;

/**
 * Goes on, when the window opens, with runs that were not over when an earlier console ended, and says so; or says why not. FX
 * thread. What waits for a backend goes on as soon as that is added.
 */
public final class ResumeModel {
    private final ConnectionsModel connections;
    private final LiveModel live;
    private final Records records;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Clock clock;
    private final Wording wording;
    /** Runs of which a backend is not known. */
    private final Set<Records.Abandoned> waiting = new LinkedHashSet<>();

    /** With the backends that are known. */
    public ResumeModel(ConnectionsModel connections, LiveModel live, Records records, Actions actions, Texts texts,
            Figures figures, Desk desk, Clock clock) {
        this.connections = connections;
        this.live = live;
        this.records = records;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.clock = clock;
        this.wording = new Wording(texts, figures);
        connections.items()
                .addListener((ListChangeListener<BackendItem>) _ -> List.copyOf(waiting).forEach(this::resume));
    }

    /** Looks for them. */
    public void resume() {
        actions.run(records::abandoned, found -> found.forEach(this::resume), this::failed);
    }

    private void resume(Records.Abandoned abandoned) {
        List<BackendClient> backends = new ArrayList<>();
        for (String url : abandoned.urls()) {
            Optional<BackendItem> known = connections.items()
                    .stream()
                    .filter(item -> item.connection().client().profile().url().toString().equals(url))
                    .findFirst();
            if (known.isEmpty()) {
                if (waiting.add(abandoned)) {
                    desk.complain(() -> texts.get("resume.away", url));
                }
                return;
            }
            backends.add(known.get().connection().client());
        }
        waiting.remove(abandoned);
        List<RunSession.Lost> lost = new ArrayList<>();
        actions.run(() -> live.begin(backends, sink -> {
            RunSession session = RunSession.resume(abandoned, backends, records, sink, clock);
            lost.addAll(session.lost());
            return session;
        }), run -> resumed(run, abandoned, lost), this::failed);
    }

    private void resumed(LiveRun run, Records.Abandoned abandoned, List<RunSession.Lost> lost) {
        live.show(run);
        desk.go(Place.LIVE);
        String id = BackendRun.shortId(abandoned.runIds().getFirst());
        String on = String.join(", ", run.backends());
        if (lost.isEmpty()) {
            desk.say(() -> texts.get("resume.done", id, on));
        } else {
            RunSession.Lost half = lost.getFirst();
            desk.complain(() -> texts.get("resume.half", id, on, half.backend().profile().name(), why(half.fault())));
        }
    }

    private void failed(Exception fault) {
        desk.complain(() -> texts.get("resume.failed", why(fault)));
    }

    private String why(Exception fault) {
        return switch (fault) {
            case DamagedSpoolException _ -> texts.get("resume.damaged");
            case TakenOverException _ -> texts.get("resume.taken");
            case ScenarioException _ -> texts.get("resume.scenario");
            case BackendException refused -> wording.fault(refused);
            default -> String.valueOf(fault.getMessage());
        };
    }
}
