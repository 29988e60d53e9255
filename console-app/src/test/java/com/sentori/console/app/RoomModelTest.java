package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.journal.Journal;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class RoomModelTest {
    @TempDir
    private Path folder;

    @Test
    void says_where_another_console_keeps_the_journal_and_what_to_do() throws Exception {
        try (Journal _ = open(folder)) {
            assertThat(said(folder)).contains("uses the journal of seen readings in " + folder)
                    .contains("start this one again");
        }
    }

    @Test
    void says_which_folder_cannot_be_written_and_what_to_do() throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        assertThat(said(inTheWay)).contains(inTheWay + ", cannot be written").contains("start the console again");
    }

    private static String said(Path data) throws InterruptedException {
        Texts texts = new Texts(Locale.ENGLISH);
        Desk desk = new Desk();
        try (SeriesStore store = new SeriesStore(() -> open(data))) {
            // Then its journal is open, as far as it can be.
            assertThat(store.seen()).isEmpty();
            new RoomModel(store, data, texts, new Figures(texts, ZoneOffset.UTC), desk).refresh();
        }
        return Objects.requireNonNull(desk.noticeProperty().get()).sentence();
    }

    private static Journal open(Path data) {
        return Journal.open(data, Journal.STANDARD_LIMIT, Clock.systemUTC());
    }
}
