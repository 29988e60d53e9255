package com.sentori.console.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.guard.Guard;
import com.sentori.console.journal.Journal;
import com.sentori.console.live.LiveModel;
import com.sentori.console.runs.Records;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class StartModelTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();
    @AutoClose
    private final FaultyBackend third = new FaultyBackend();
    @AutoClose
    private final SeriesStore store = new SeriesStore(Journal::none);

    @Test
    void two_backends_may_be_chosen_but_not_three() {
        try (Backends backends = backends(ecs.url(), serverless.url(), third.url())) {
            ConnectionsModel connections = connections(backends);
            StartModel form = form(connections);
            assertThat(form.targets()).extracting(Target::isChosen).containsExactly(true, true, false);
            awaitInfo(connections);
            form.refresh();
            assertThat(form.blockedProperty().get()).isEmpty();

            form.targets().getLast().chosenProperty().set(true);
            assertThat(form.blockedProperty().get()).contains("two at most");
            form.start();
            assertThat(ecs.runs()).isEmpty();

            form.targets().getFirst().chosenProperty().set(false);
            assertThat(form.blockedProperty().get()).isEmpty();
        }
    }

    @Test
    void one_backend_may_not_be_chosen_twice() {
        try (Backends backends = backends(ecs.url(), ecs.url().replace("127.0.0.1", "localhost"))) {
            ConnectionsModel connections = connections(backends);
            StartModel form = form(connections);
            awaitInfo(connections);
            form.refresh();
            assertThat(form.blockedProperty().get()).startsWith("backend-0 and backend-1 are one and the same");
        }
    }

    @Test
    void one_address_may_not_be_chosen_twice_though_nobody_answers_there() {
        try (Backends backends = backends("http://127.0.0.1:9", "http://127.0.0.1:9")) {
            assertThat(form(connections(backends)).blockedProperty().get()).contains("one and the same");
        }
    }

    private static void awaitInfo(ConnectionsModel connections) {
        await().until(() -> {
            connections.refresh();
            return connections.items().stream().allMatch(BackendItem::isUp);
        });
    }

    private static Backends backends(String... urls) {
        List<BackendProfile> profiles = new ArrayList<>();
        for (String url : urls) {
            profiles.add(BackendProfile.of("backend-" + profiles.size(), url));
        }
        return new Backends(profiles, "tester", CLOCK);
    }

    private static ConnectionsModel connections(Backends backends) {
        return new ConnectionsModel(backends, new Texts(Locale.ENGLISH), new Desk(), () -> {});
    }

    private StartModel form(ConnectionsModel connections) {
        Texts texts = new Texts(Locale.ENGLISH);
        Figures figures = new Figures(texts, ZoneOffset.UTC);
        Desk desk = new Desk();
        Actions actions = new Actions(Runnable::run, Runnable::run);
        LiveModel live = new LiveModel(actions, texts, figures, desk, store, Guard.none(CLOCK), CLOCK);
        return new StartModel(connections, live, new Records(folder), actions, texts, figures, desk, CLOCK);
    }
}
