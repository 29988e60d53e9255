package com.sentori.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.guard.Guard;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.live.ReportModel;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryModelTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void names_all_backends_that_do_not_answer(@TempDir Path folder) throws Exception {
        try (FaultyBackend ecs = new FaultyBackend();
                FaultyBackend serverless = new FaultyBackend();
                FaultyBackend unseen = new FaultyBackend();
                SeriesStore store = new SeriesStore(() -> Journal.open(folder, Journal.STANDARD_LIMIT, CLOCK));
                Backends backends = new Backends(List.of(BackendProfile.of("ecs", ecs.url()),
                        BackendProfile.of("serverless", serverless.url()),
                        BackendProfile.of("unseen", unseen.url())), "tester", CLOCK)) {
            // Then its journal is open.
            assertThat(store.seen()).isEmpty();
            store.heard(new SeenRun(ecs.store(), "ecs", start(ecs)));
            store.heard(new SeenRun(serverless.store(), "serverless", start(serverless)));
            store.flush();
            for (FaultyBackend each : List.of(ecs, serverless, unseen)) {
                each.suffer(FaultyBackend.Fault.BROKEN_OFF);
            }

            Desk desk = new Desk();
            HistoryModel history = history(backends, store, folder, desk);
            history.reload();
            assertThat(history.runs()).extracting(BackendRun::backendName)
                    .containsExactlyInAnyOrder("ecs",
                            "serverless");
            assertThat(Objects.requireNonNull(desk.noticeProperty().get()).sentence())
                    .isEqualTo("unseen does not answer: start it, or check its address under Backends. "
                            + "No answer from ecs, serverless: what was seen here is listed.");
        }
    }

    private static Run start(FaultyBackend backend) throws Exception {
        return backend.client("any").start(new StartRequest(List.of("s"), 600, 1, Meta.EMPTY), "start");
    }

    private static HistoryModel history(Backends backends, SeriesStore store, Path folder, Desk desk) {
        Texts texts = new Texts(Locale.ENGLISH);
        Figures figures = new Figures(texts, ZoneOffset.UTC);
        Actions actions = new Actions(Runnable::run, Runnable::run);
        ConnectionsModel connections = new ConnectionsModel(backends, texts, desk, () -> {});
        LiveModel live = new LiveModel(actions, texts, figures, desk, store, Guard.none(CLOCK), CLOCK);
        return new HistoryModel(connections, live, store, null, _ -> {},
                new ReportModel(connections, live, folder, actions, texts, figures, desk, CLOCK), actions, texts,
                figures, desk);
    }
}
