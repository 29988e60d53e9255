package com.sentori.console.twins;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Standing.Circuit;
import com.sentori.console.feed.Standing.Transport;
import com.sentori.console.runs.Drive;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.twins.TwinsModel.Row;
import com.sentori.console.vitals.Vitality;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwinsModelTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final TwinsModel model = new TwinsModel(new Watched("ecs", 3, 1), new Watched("serverless", 0, 0),
            new LineUp(), new Actions(Runnable::run, Runnable::run), texts, new Figures(texts, ZoneOffset.UTC),
            Clock.systemUTC());

    @Test
    void says_plainly_that_a_run_which_is_watched_has_no_latencies_here() {
        assertThat(model.rows()).extracting(Row::name)
                .contains("Latency: not driven here")
                .noneMatch(name -> name.startsWith("Request "));
    }

    @Test
    void counts_what_failed_on_each_link() {
        assertThat(model.rows()).contains(new Row("Failed tries to read", "3", "0", false),
                new Row("Links lost", "1", "0", false));
    }

    /** A half that another console drives. */
    private record Watched(String name, long failed, long losses) implements TwinsModel.Half {
        @Override
        public @Nullable Drive drive() {
            return null;
        }

        @Override
        public Standing standing() {
            return new Standing(Circuit.LIVE, Transport.PAGES, Vitality.FRESH, 0, null, losses, 0, failed, null);
        }

        @Override
        public boolean isWhole() {
            return false;
        }
    }
}
