package com.sentori.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.lambda.runs.StoreId;
import com.sentori.lambda.store.LocalDynamo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceIT {
    @Test
    void everything_is_there_after_a_restart(@TempDir Path folder) {
        ManualClock clock = new ManualClock();
        Run run;
        List<Reading> stored;
        String id;
        try (LocalDynamo local = LocalDynamo.in(folder)) {
            Backend backend = new Backend(local, clock);
            run = backend.start();
            stored = backend.append(run.id(), 500);
            id = new StoreId(local.store()).get();
        }
        try (LocalDynamo local = LocalDynamo.in(folder)) {
            Backend backend = new Backend(local, clock);
            assertThat(backend.runs.running()).containsExactly(run);
            assertThat(backend.readings.tail(run.id(), null, 10_000).entries()).extracting(entry -> entry.item())
                    .isEqualTo(stored);
            assertThat(new StoreId(local.store()).get()).isEqualTo(id);
        }
    }
}
