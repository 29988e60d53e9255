package com.sentori.console.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Writes what somebody wants to have as a file, away from the FX thread, and says what came of it. FX thread.
 *
 * @param actions the way out of the FX thread
 * @param texts the sentences
 * @param desk where they are said
 */
public record Saving(Actions actions, Texts texts, Desk desk) {
    /** Has it written, which gives the file that was written; {@code target} is what was asked for. */
    public void save(Callable<Path> writing, Path target) {
        actions.run(writing, saved -> desk.say(() -> texts.get("live.chart.saved", saved)),
                fault -> desk.complain(() -> fault instanceof IOException
                        ? texts.get("live.chart.failed", target)
                        : texts.get("fault.other", String.valueOf(fault.getMessage()))));
    }
}
