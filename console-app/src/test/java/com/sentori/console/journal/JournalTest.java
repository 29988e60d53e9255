package com.sentori.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.journal.Journal.Standing;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String STORE = "store-1";
    private static final List<Segment.Name> NAMES = List.of(new Segment.Name("sensor-1", "temperature"),
            new Segment.Name("säule \u0001", "pressure"));

    @TempDir
    private Path folder;

    private Journal open(long limit) {
        return Journal.open(folder, limit, Clock.systemUTC());
    }

    @Test
    void gives_back_what_was_written_bit_by_bit() {
        Arrivals written = arrivals(1, 5_000);
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            assertThat(journal.write(List.of(segment("run-1", 0, 5_000, written)), List.of())).isTrue();
            assertThat(journal.has(STORE, "run-1")).isTrue();
            assertThat(journal.has(STORE, "run-2")).isFalse();
        }
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            List<Segment> read = read(journal, "run-1");
            assertThat(read).hasSize(1);
            assertThat(read.getFirst().series()).isEqualTo(NAMES);
            assertThat(read.getFirst().cursor()).isEqualTo("c5000");
            Arrivals back = read.getFirst().arrivals();
            assertThat(back.size()).isEqualTo(written.size());
            for (int i = 0; i < back.size(); i++) {
                assertThat(back.series(i)).isEqualTo(written.series(i));
                assertThat(back.time(i)).isEqualTo(written.time(i));
                assertThat(Double.doubleToRawLongBits(back.value(i)))
                        .isEqualTo(Double.doubleToRawLongBits(written.value(i)));
                assertThat(back.place(i)).isEqualTo(written.place(i));
                assertThat(back.seq(i)).isEqualTo(written.seq(i));
                assertThat(back.received(i)).isEqualTo(written.received(i));
            }
        }
    }

    @Test
    void remembers_the_runs_newest_first_as_last_heard() {
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            journal.keep(new SeenRun(STORE, "ecs", run("a", 1)));
            journal.keep(new SeenRun(STORE, "ecs", run("b", 2)));
            journal.keep(new SeenRun(STORE, "ecs", run("b", 2)));
        }
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            assertThat(journal.runs()).containsExactly(new SeenRun(STORE, "ecs", run("b", 2)),
                    new SeenRun(STORE, "ecs", run("a", 1)));
        }
    }

    @Test
    void a_second_console_keeps_nothing_and_says_so() {
        try (Journal first = open(Journal.STANDARD_LIMIT); Journal second = open(Journal.STANDARD_LIMIT)) {
            assertThat(first.state().standing()).isEqualTo(Standing.OPEN);
            assertThat(second.state().standing()).isEqualTo(Standing.ELSEWHERE);
            assertThat(second.isWritable()).isFalse();
            assertThat(second.write(List.of(segment("run-1", 0, 10, arrivals(1, 10))), List.of())).isFalse();
            assertThat(second.runs()).isEmpty();
        }
    }

    @Test
    void a_journal_of_which_nothing_can_be_read_is_set_aside_and_a_new_one_begun() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("readings.db"), "this is no database, whatever its name says".repeat(200));
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            assertThat(journal.state().standing()).isEqualTo(Standing.SET_ASIDE);
            assertThat(journal.write(List.of(segment("run-1", 0, 10, arrivals(1, 10))), List.of())).isTrue();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("damaged-"));
        }
    }

    @Test
    void a_damaged_journal_of_which_something_can_be_read_is_read_and_left_as_it_is() throws Exception {
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            journal.keep(new SeenRun(STORE, "ecs", run("run-1", 1)));
            journal.write(List.of(segment("run-1", 0, 5_000, arrivals(1, 5_000))), List.of());
        }
        Path file = folder.resolve("readings.db");
        assertThat(Journal.inspect(folder)).isEqualTo(Journal.Finding.SOUND);
        overwrite(file, page(file, "block_of_run"));
        byte[] damaged = Files.readAllBytes(file);
        assertThat(Journal.inspect(folder)).isEqualTo(Journal.Finding.DAMAGED);
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            assertThat(journal.state().standing()).isEqualTo(Standing.READ_ONLY);
            assertThat(journal.runs()).containsExactly(new SeenRun(STORE, "ecs", run("run-1", 1)));
            assertThat(journal.write(List.of(segment("run-2", 0, 10, arrivals(1, 10))), List.of())).isFalse();
            journal.keep(new SeenRun(STORE, "ecs", run("run-2", 2)));
        }
        assertThat(file).hasBinaryContent(damaged);
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("damaged-"));
        }
    }

    /** Where a table or an index begins, in bytes, and how long that part is. */
    private static long[] page(Path file, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("PRAGMA page_size")) {
            long bytes = size.getLong(1);
            try (ResultSet root = statement
                    .executeQuery("SELECT rootpage FROM sqlite_master WHERE name = '" + name + "'")) {
                return new long[]{(root.getLong(1) - 1) * bytes, bytes};
            }
        }
    }

    private static void overwrite(Path file, long[] page) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(page[0]);
            byte[] rubbish = new byte[(int) page[1]];
            Arrays.fill(rubbish, (byte) 0x5a);
            bytes.write(rubbish);
        }
    }

    @Test
    void damage_that_is_found_later_is_never_read_as_readings_and_stops_the_writing() throws IOException {
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            journal.write(List.of(segment("run-1", 0, 20_000, arrivals(1, 20_000))), List.of());
            journal.write(List.of(segment("run-1", 20_000, 20_010, arrivals(20_001, 20_010))), List.of());
        }
        Path file = folder.resolve("readings.db");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            bytes.write(new byte[32]);
        }
        try (Journal journal = open(Journal.STANDARD_LIMIT)) {
            assertThat(journal.state().standing()).isEqualTo(Standing.OPEN);
            assertThat(read(journal, "run-1")).extracting(Segment::last).containsExactly(20_010L);
            assertThat(journal.state().standing()).isEqualTo(Standing.READ_ONLY);
            assertThat(journal.isWritable()).isFalse();
        }
    }

    @Test
    void a_folder_that_cannot_be_used_costs_only_the_journal() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (Journal journal = Journal.open(file, Journal.STANDARD_LIMIT, Clock.systemUTC())) {
            assertThat(journal.state().standing()).isEqualTo(Standing.UNUSABLE);
            assertThat(journal.isWritable()).isFalse();
        }
    }

    @Test
    void stays_within_its_size_and_lets_the_oldest_runs_go_but_none_in_use() {
        long limit = 1 << 20;
        try (Journal journal = open(limit)) {
            for (int run = 0; run < 20; run++) {
                journal.write(List.of(segment("run-" + run, 0, 10_000, arrivals(1, 10_000))), List.of("run-0"));
            }
            assertThat(journal.has(STORE, "run-0")).isTrue();
            assertThat(journal.has(STORE, "run-1")).isFalse();
            assertThat(journal.has(STORE, "run-19")).isTrue();
        }
        assertThat(folder.resolve("readings.db").toFile().length()).isLessThan(limit * 3 / 2);
    }

    static List<Segment> read(Journal journal, String run) {
        List<Segment> read = new ArrayList<>();
        journal.read(STORE, run, Long.MIN_VALUE, Long.MAX_VALUE, read::add);
        return read;
    }

    static Segment segment(String run, long after, long last, Arrivals arrivals) {
        return new Segment(STORE, run, after, last, "c" + last, false, NAMES, arrivals);
    }

    static Arrivals arrivals(long from, long to) {
        Random random = new Random(from);
        Arrivals arrivals = new Arrivals();
        for (long place = from; place <= to; place++) {
            arrivals.add((int) (place % 2), 1_700_000_000_000L + place * 10 - random.nextInt(500),
                    random.nextGaussian() * 1e6, place, place % 3 == 0 ? Arrivals.NO_SEQ : place,
                    1_700_000_000_100L + place * 10);
        }
        return arrivals;
    }

    private static Run run(String id, long startedAt) {
        return new Run(id, "tester", RunStatus.RUNNING, Instant.ofEpochSecond(startedAt), null, null, null,
                new RunParams(id, List.of("sensor-1"), 60, 1), Meta.EMPTY, null);
    }
}
