package com.sentori.console.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes as fast as it can is killed in the middle of it. */
class KilledWriterIT {
    private static final int EACH = 200;

    @TempDir
    private Path folder;

    @RepeatedTest(3)
    void what_was_said_to_be_kept_is_there_and_nothing_is_damaged() throws Exception {
        Path said = folder.resolve("said");
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Writer.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.size(said) > 1_000);
        writer.destroyForcibly().waitFor();
        // The last line may be half a number.
        String lines = Files.readString(said);
        long kept = Long.parseLong(lines.substring(0, lines.lastIndexOf('\n')).replaceAll("(?s).*\n", ""));
        try (Journal journal = Journal.open(folder, Journal.STANDARD_LIMIT, Clock.systemUTC())) {
            assertThat(journal.state().standing()).isEqualTo(Journal.Standing.OPEN);
            List<Segment> read = JournalTest.read(journal, "run-1");
            assertThat(journal.isWritable()).isTrue();
            long place = 0;
            for (Segment segment : read) {
                assertThat(segment.after()).isEqualTo(place);
                assertThat(segment.arrivals().size()).isEqualTo(EACH);
                place = segment.last();
            }
            assertThat(place).isGreaterThanOrEqualTo(kept);
        }
    }

    /** Writes, and says what is kept. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            try (Journal journal = Journal.open(Path.of(args[0]), Journal.STANDARD_LIMIT, Clock.systemUTC())) {
                for (long place = 0; place < EACH * 1_000_000L; place += EACH) {
                    journal.write(List.of(JournalTest.segment("run-1", place, place + EACH,
                            JournalTest.arrivals(place + 1, place + EACH))), List.of());
                    System.out.println(place + EACH);
                }
            }
        }
    }
}
