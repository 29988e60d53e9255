package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.ChartFile;
import com.sentori.console.guard.Guard;
import com.sentori.console.journal.Journal;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveModelTest {
    @Test
    void says_in_the_operators_language_that_a_chart_needs_another_folder(@TempDir Path folder) {
        Texts texts = new Texts(Locale.FRENCH);
        Desk desk = new Desk();
        Path target = folder.resolve("nowhere").resolve("chart.csv");
        try (SeriesStore store = new SeriesStore(Journal::none);
                LiveModel live = new LiveModel(new Actions(Runnable::run, Runnable::run), texts,
                        new Figures(texts, ZoneOffset.UTC), desk, store, Guard.none(Clock.systemUTC()),
                        Clock.systemUTC())) {
            live.save(new ChartFile("chart.csv", out -> out.write(1)), target);
        }
        assertThat(Objects.requireNonNull(desk.noticeProperty().get()).sentence())
                .isEqualTo(target + " ne peut pas être écrit : choisissez un autre dossier.");
    }
}
