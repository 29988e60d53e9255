package com.sentori.console.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.guard.Guard;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.runs.LeftRuns;
import com.sentori.console.runs.Records;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Timeout(60)
class ResumeModelTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path used;
    @TempDir
    private Path left;
    @TempDir
    private Path kept;
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Figures figures = new Figures(texts, ZoneOffset.UTC);
    private final Desk desk = new Desk();
    private final Actions actions = new Actions(Runnable::run, Runnable::run);
    private final Backends backends = new Backends(List.of(), "tester", CLOCK);
    private final ConnectionsModel connections = new ConnectionsModel(backends, texts, desk, () -> {});
    private SeriesStore store;
    private LiveModel live;

    @BeforeEach
    void open() {
        store = new SeriesStore(() -> Journal.open(kept, Journal.STANDARD_LIMIT, CLOCK));
        live = new LiveModel(actions, texts, figures, desk, store, Guard.none(CLOCK), CLOCK);
    }

    @AfterEach
    void close() {
        ecs.suffer(Fault.NONE);
        serverless.suffer(Fault.NONE);
        live.close();
        store.close();
        backends.close();
    }

    @Test
    void a_run_is_resumed_under_the_identity_of_its_store_while_the_backend_is_away() throws Exception {
        try (LeftRuns _ = LeftRuns.leave(used, left, ecs.client("ecs"))) {
            ecs.suffer(Fault.BROKEN_OFF);
            add("mine", ecs);
            resume();
            live.refresh();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(store.seen()).extracting(SeenRun::store)
                            .containsExactly(ecs.store()));
            ecs.suffer(Fault.NONE);
        }
    }

    @Test
    void a_run_goes_on_as_soon_as_its_backend_is_added() throws Exception {
        try (LeftRuns _ = LeftRuns.leave(used, left, ecs.client("ecs"))) {
            resume();
            assertThat(said()).contains("waits for its backend at " + ecs.url());
            desk.noticeProperty().set(null);
            add("other", serverless);
            assertThat(desk.noticeProperty().get()).matches(notice -> !notice.sentence().contains("waits"));
            assertThat(live.shownProperty().get()).isNull();
            add("mine", ecs);
            assertThat(live.shownProperty().get()).isNotNull();
        }
    }

    @Test
    void a_half_that_is_damaged_does_not_keep_the_other_from_going_on() throws Exception {
        add("ecs", ecs);
        add("serverless", serverless);
        try (LeftRuns twin = LeftRuns.leave(used, left, ecs.client("ecs"), serverless.client("serverless"))) {
            twin.damage(1);
            resume();
            assertThat(Objects.requireNonNull(live.shownProperty().get()).backends()).containsExactly("ecs");
            assertThat(said())
                    .contains("goes on on ecs alone. On serverless it cannot: what waited on disk is damaged");
        }
    }

    private String said() {
        return Objects.requireNonNull(desk.noticeProperty().get()).sentence();
    }

    private void add(String name, FaultyBackend backend) {
        BackendProfile profile = BackendProfile.of(name, backend.url());
        connections.select(null);
        connections.nameProperty().set(profile.name());
        connections.urlProperty().set(profile.url().toString());
        assertThat(connections.keep()).isTrue();
    }

    private void resume() {
        new ResumeModel(connections, live, new Records(left), actions, texts, figures, desk, CLOCK).resume();
    }
}
