package com.sentori.console.feed;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a run once more from its beginning, for those who had to drop some of it, beside the feed that follows it. One at a time. Any thread. */
public final class Repair {
    private static final int PAGE = 10_000;

    private final BackendClient client;
    private final String runId;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Of a run. */
    public Repair(BackendClient client, String runId) {
        this.client = client.within(client.timing().page());
        this.runId = runId;
    }

    /**
     * Begins, on a virtual thread, if it is not under way.
     *
     * @param wanted whether anything is still missing
     * @param sink takes the readings
     * @param over called at the end, however it came
     */
    public void begin(BooleanSupplier wanted, Consumer<List<Reading>> sink, Runnable over) {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("repair-" + client.profile().name()).start(() -> {
                try {
                    read(wanted, sink);
                } finally {
                    over.run();
                    busy.set(false);
                }
            });
        }
    }

    private void read(BooleanSupplier wanted, Consumer<List<Reading>> sink) {
        @Nullable
        String cursor = null;
        try {
            while (wanted.getAsBoolean()) {
                TailPage page = client.tail(runId, cursor, PAGE);
                sink.accept(page.items());
                if (page.items().isEmpty()) {
                    return;
                }
                cursor = page.cursor();
            }
        } catch (BackendException e) {
            // What is missing stays marked as missing; the next look at it asks again.
        }
    }
}
