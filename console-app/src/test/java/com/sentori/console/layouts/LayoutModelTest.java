package com.sentori.console.layouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartLayout;
import com.sentori.console.guard.Guard;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.live.LiveLayout;
import com.sentori.console.live.LiveModel;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Notice;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class LayoutModelTest {
    @TempDir
    private Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Actions actions = new Actions(Runnable::run, Runnable::run);
    private final SeriesStore store = new SeriesStore(Journal::none);
    private final Backends backends = new Backends(List.of(), "tester", Clock.systemUTC());
    private final Desk desk = new Desk();
    private final LiveModel live = live(desk);

    @AfterEach
    void close() {
        backends.close();
        store.close();
    }

    @Test
    void the_next_console_begins_as_this_one_was_left() {
        LayoutModel left = model(Layouts.in(folder), live, desk);
        left.restore();
        desk.go(Place.HISTORY);
        live.comparisonProperty().set(false);
        live.tablesProperty().set(true);
        live.link().hidden().add("sensor-2");
        live.link().toggleUtc();
        boolean utc = live.link().isUtc();
        left.window(new Layout.Size(1400, 900, true));
        left.close();

        Desk nextDesk = new Desk();
        LiveModel nextLive = live(nextDesk);
        LayoutModel next = model(Layouts.in(folder), nextLive, nextDesk);
        next.restore();
        assertThat(nextDesk.placeProperty().get()).isEqualTo(Place.HISTORY);
        assertThat(nextLive.comparisonProperty().get()).isFalse();
        assertThat(nextLive.tablesProperty().get()).isTrue();
        assertThat(nextLive.link().hidden()).containsExactly("sensor-2");
        assertThat(nextLive.link().isUtc()).isEqualTo(utc);
        assertThat(next.window()).isEqualTo(new Layout.Size(1400, 900, true));
        assertThat(nextDesk.noticeProperty().get()).isNull();
    }

    @Test
    void limits_that_an_older_layout_kept_join_those_that_there_are_and_are_kept_here_no_more() throws Exception {
        Threshold old = new Threshold("t", "hot", "temperature", Side.ABOVE, 30.0, null, 0.5);
        Threshold known = new Threshold("u", "cold", "temperature", Side.BELOW, 3.0, null, 0);
        Layout standard = Layout.standard();
        LiveLayout before = new LiveLayout(ChartLayout.of(live.link()).with(List.of(old, known), List.of()), true,
                false,
                null, 280, 408, List.of(), Map.of());
        Layouts files = Layouts.in(folder);
        files.write(new Layout(Layout.VERSION, null, standard.place(), before));
        Threshold changed = new Threshold("u", "cold", "temperature", Side.BELOW, 5.0, null, 0);
        live.limits().add(changed);

        LayoutModel model = model(files, live, desk);
        model.restore();
        assertThat(live.link().thresholds()).containsExactly(changed, old);
        model.refresh();
        model.refresh();
        assertThat(Files.readString(folder.resolve("layout.json"))).contains("\"thresholds\":[]");
    }

    @Test
    void a_change_is_written_once_it_stands() {
        LayoutModel model = model(Layouts.in(folder), live, desk);
        model.restore();
        model.refresh();
        assertThat(folder).isEmptyDirectory();
        live.tablesProperty().set(true);
        model.refresh();
        assertThat(folder).isEmptyDirectory();
        model.refresh();
        assertThat(folder.resolve("layout.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"version\":1}", "{\"version\":2}",
            "{\"version\":1,\"place\":\"NOWHERE\"}", "{\"version\":1,\"place\":\"LIVE\",\"live\":{\"notes\":null}}"})
    void a_damaged_file_is_set_aside_and_the_screens_begin_as_at_first(String text) throws Exception {
        Files.writeString(folder.resolve("layout.json"), text);
        model(Layouts.in(folder), live, desk).restore();
        Notice notice = Objects.requireNonNull(desk.noticeProperty().get());
        assertThat(notice.severity()).isEqualTo(Notice.Severity.ERROR);
        assertThat(notice.sentence()).startsWith("The saved layout could not be read");
        texts.use(Locale.FRENCH);
        assertThat(notice.sentence()).startsWith("La disposition enregistrée");
        assertThat(desk.placeProperty().get()).isEqualTo(Place.START);
        assertThat(folder.resolve("layout-damaged.json")).hasContent(text);
        assertThat(folder.resolve("layout.json")).doesNotExist();
    }

    @Test
    void a_safe_start_reads_nothing_and_leaves_what_was_kept() throws Exception {
        Files.writeString(folder.resolve("layout.json"), "{");
        LayoutModel safe = model(Layouts.none(), live, desk);
        safe.restore();
        desk.go(Place.HISTORY);
        safe.close();
        assertThat(desk.noticeProperty().get()).isNull();
        assertThat(folder.resolve("layout.json")).hasContent("{");
    }

    @Test
    void a_layout_is_saved_under_a_name_recalled_in_another_console_and_removed() throws Exception {
        LayoutModel model = model(Layouts.in(folder), live, desk);
        model.restore();
        live.link().hidden().add("sensor-2");
        live.tablesProperty().set(true);
        model.save("  night ");
        live.link().hidden().add("sensor-3");
        model.save("Day");
        assertThat(model.namedProperty().get().layouts().keySet()).containsExactly("Day", "night");
        assertThat(Objects.requireNonNull(desk.noticeProperty().get()).sentence()).contains("“Day”");

        Desk nextDesk = new Desk();
        LiveModel nextLive = live(nextDesk);
        nextLive.limits().add(new Threshold("t", "hot", "temperature", Side.ABOVE, 30.0, null, 0.5));
        Annotation note = new Annotation("n", 7, "door opened", Annotation.Kind.BY_HAND);
        nextLive.link().annotations().add(note);
        LayoutModel next = model(Layouts.in(folder), nextLive, nextDesk);
        next.restore();
        assertThat(next.recall("night")).isTrue();
        assertThat(nextLive.link().hidden()).containsExactly("sensor-2");
        assertThat(nextLive.tablesProperty().get()).isTrue();
        assertThat(nextLive.link().annotations()).containsExactly(note);
        assertThat(nextLive.limits()).hasSize(1);
        assertThat(nextDesk.placeProperty().get()).isEqualTo(Place.LIVE);

        // What the first console saves meanwhile is not lost.
        model.save("noon");
        next.remove("NIGHT");
        assertThat(next.namedProperty().get().layouts().keySet()).containsExactly("Day", "noon");
        assertThat(next.recall("night")).isFalse();
    }

    @Test
    void damaged_layouts_that_have_a_name_are_set_aside_and_others_can_be_saved() throws Exception {
        Files.writeString(folder.resolve("layouts.json"), "{\"version\":2,\"layouts\":{}}");
        LayoutModel model = model(Layouts.in(folder), live, desk);
        model.restore();
        assertThat(Objects.requireNonNull(desk.noticeProperty().get()).sentence())
                .startsWith("The layouts that have a name");
        assertThat(folder.resolve("layouts-damaged.json")).exists();
        model.save("night");
        assertThat(model(Layouts.in(folder), live, desk).recall("night")).isFalse();
        assertThat(folder.resolve("layouts.json")).content().contains("night");
    }

    @Test
    void says_once_that_the_folder_cannot_be_written() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatIOException().isThrownBy(() -> Layouts.in(file).write(Layout.standard()));
        LayoutModel model = model(Layouts.in(file), live, desk);
        model.restore();
        for (boolean table : new boolean[]{true, false}) {
            live.tablesProperty().set(table);
            model.refresh();
            model.refresh();
            Notice notice = desk.noticeProperty().get();
            assertThat(notice != null).isEqualTo(table);
            desk.noticeProperty().set(null);
        }
    }

    @Test
    void each_half_comes_back_as_its_backend_has_it_else_as_it_was_seen(@TempDir Path data) throws Exception {
        try (FaultyBackend ecs = new FaultyBackend();
                FaultyBackend serverless = new FaultyBackend();
                SeriesStore seen = new SeriesStore(
                        () -> Journal.open(data, Journal.STANDARD_LIMIT, Clock.systemUTC()));
                Backends known = new Backends(List.of(BackendProfile.of("ecs", ecs.url()),
                        BackendProfile.of("serverless", serverless.url())), "tester", Clock.systemUTC())) {
            StartRequest request = new StartRequest(List.of("s"), 600, 1, Meta.EMPTY);
            Run one = ecs.client("ecs").start(request, "start");
            Run other = serverless.client("serverless").start(request, "start");
            // Then its journal is open.
            assertThat(seen.seen()).isEmpty();
            seen.heard(new SeenRun(serverless.store(), "serverless", other));
            seen.flush();
            serverless.suffer(FaultyBackend.Fault.BROKEN_OFF);
            Layouts files = Layouts.in(folder);
            files.write(new Layout(Layout.VERSION, null, Place.LIVE,
                    new LiveLayout(ChartLayout.of(live.link()), true, false, null, 280, 408,
                            List.of(new LiveLayout.RunOn("ecs", one.id()),
                                    new LiveLayout.RunOn("serverless", other.id())),
                            Map.of())));

            LiveModel shown = live(desk, seen);
            new LayoutModel(files, known, shown, desk, actions, texts).restore();
            assertThat(Objects.requireNonNull(shown.shownProperty().get()).backends()).containsExactly("ecs",
                    "serverless");
            shown.close();
        }
    }

    private LiveModel live(Desk on) {
        return live(on, store);
    }

    private LiveModel live(Desk on, SeriesStore over) {
        return new LiveModel(actions, texts, new Figures(texts, ZoneOffset.UTC), on, over,
                Guard.none(Clock.systemUTC()),
                Clock.systemUTC());
    }

    private LayoutModel model(Layouts files, LiveModel of, Desk on) {
        return new LayoutModel(files, backends, of, on, actions, texts);
    }
}
