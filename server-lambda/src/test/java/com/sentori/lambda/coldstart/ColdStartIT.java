package com.sentori.lambda.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartIT {
    @Test
    void answers_in_a_fresh_process_with_a_cache_of_the_archive_and_sooner_when_primed(@TempDir Path folder)
            throws Exception {
        try (Stream<Path> files = Files.list(Path.of("target")); LoopbackDynamo dynamo = new LoopbackDynamo()) {
            Path archive = files.filter(file -> file.toString().endsWith("-lambda.zip")).findFirst().orElseThrow();
            ColdStart cold = new ColdStart(archive, folder, dynamo.address().toString());
            ColdStart.Start plain = cold.plain();
            assertThat(cold.train()).isPositive();
            // The process refuses to start if the cache does not fit.
            assertThat(cold.cached().millis()).isPositive();
            assertThat(cold.primed().answerMicros()).isLessThan(plain.answerMicros());
        }
    }
}
