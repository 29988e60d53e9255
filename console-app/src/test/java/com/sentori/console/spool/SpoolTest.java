package com.sentori.console.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final long PLENTY = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void gives_back_in_order_what_was_appended_also_after_a_restart_without_a_close() throws Exception {
        Spool killed = new Spool(folder, PLENTY);
        for (int i = 1; i <= 5; i++) {
            killed.append(bytes("record " + i));
        }
        assertThat(text(killed.take())).isEqualTo("record 1");
        killed.acknowledge();
        try (Spool spool = new Spool(folder, PLENTY)) {
            assertThat(text(spool.newest())).isEqualTo("record 5");
            spool.append(bytes("record 6"));
            spool.end();
            for (int i = 2; i <= 6; i++) {
                assertThat(text(spool.take())).isEqualTo("record " + i);
                spool.acknowledge();
            }
            assertThat(spool.take()).isNull();
            assertThat(spool.isDrained()).isTrue();
        }
    }

    @Test
    void several_are_taken_before_the_first_is_acknowledged_and_those_that_are_not_once_more_after_a_restart()
            throws Exception {
        byte[] large = new byte[(int) Spool.SEGMENT_BYTES];
        try (Spool spool = new Spool(folder, PLENTY)) {
            spool.append(large);
            for (int i = 2; i <= 4; i++) {
                spool.append(bytes("record " + i));
            }
            assertThat(spool.take()).hasSize(large.length);
            assertThat(text(spool.take())).isEqualTo("record 2");
            assertThat(text(spool.peek())).isEqualTo("record 3");
            assertThat(text(spool.take())).isEqualTo("record 3");
            spool.acknowledge();
            assertThat(segments()).as("the file of the first").hasSize(1);
            spool.acknowledge();
            assertThat(spool.hasNext()).isTrue();
            assertThat(text(spool.take())).isEqualTo("record 4");
            assertThat(spool.hasNext()).isFalse();
            assertThat(spool.isDrained()).isFalse();
        }
        try (Spool spool = new Spool(folder, PLENTY)) {
            assertThat(text(spool.take())).isEqualTo("record 3");
            assertThat(text(spool.take())).isEqualTo("record 4");
            assertThatThrownBy(() -> {
                for (int i = 0; i < 3; i++) {
                    spool.acknowledge();
                }
            }).isInstanceOf(IllegalStateException.class);
            assertThat(spool.isDrained()).isTrue();
        }
    }

    @Test
    void cuts_off_a_torn_end_wherever_it_is_torn() throws Exception {
        try (Spool spool = new Spool(folder, PLENTY)) {
            spool.append(bytes("whole"));
        }
        Path file = segments().getFirst();
        long whole = Files.size(file);
        try (Spool spool = new Spool(folder, PLENTY)) {
            spool.append(bytes("torn"));
        }
        byte[] all = Files.readAllBytes(file);
        for (int length = (int) whole; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            try (Spool spool = new Spool(folder, PLENTY)) {
                assertThat(text(spool.newest())).isEqualTo("whole");
                assertThat(Files.size(file)).isEqualTo(whole);
            }
        }
    }

    @Test
    void refuses_what_is_damaged_in_the_middle() throws Exception {
        try (Spool spool = new Spool(folder, PLENTY)) {
            for (int i = 0; i < 3; i++) {
                spool.append(bytes("record " + i));
            }
        }
        Path file = segments().getFirst();
        byte[] all = Files.readAllBytes(file);
        all[18] ^= 1;
        Files.write(file, all);
        assertThatThrownBy(() -> new Spool(folder, PLENTY)).isInstanceOf(DamagedSpoolException.class)
                .hasMessageContaining("damaged at byte 0");
    }

    @Test
    void a_damaged_mark_costs_a_repetition_and_no_record() throws Exception {
        try (Spool spool = new Spool(folder, PLENTY)) {
            spool.append(bytes("a"));
            spool.append(bytes("b"));
            spool.take();
            spool.acknowledge();
        }
        Files.write(folder.resolve(Mark.FILE), new byte[]{1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
        try (Spool spool = new Spool(folder, PLENTY)) {
            assertThat(text(spool.take())).isEqualTo("a");
        }
    }

    @Test
    void deletes_files_whose_records_are_acknowledged_and_keeps_its_count() throws Exception {
        byte[] large = new byte[1 << 20];
        try (Spool spool = new Spool(folder, PLENTY)) {
            for (int i = 0; i < 20; i++) {
                spool.append(large);
            }
            assertThat(segments()).hasSize(5);
            for (int i = 0; i < 17; i++) {
                spool.take();
                spool.acknowledge();
            }
            assertThat(segments()).hasSize(1);
        }
        try (Spool spool = new Spool(folder, PLENTY)) {
            for (int i = 0; i < 3; i++) {
                assertThat(spool.take()).hasSize(1 << 20);
                spool.acknowledge();
            }
            assertThat(spool.isDrained()).isTrue();
            spool.append(bytes("after"));
            assertThat(text(spool.take())).isEqualTo("after");
        }
    }

    @Test
    void holds_no_more_than_it_may() throws Exception {
        try (Spool spool = new Spool(folder, 1_000)) {
            spool.append(new byte[900]);
            assertThatThrownBy(() -> spool.append(new byte[900])).isInstanceOf(IOException.class)
                    .hasMessageContaining("is full");
        }
    }

    @Test
    void whoever_waits_gets_what_comes() throws Exception {
        try (Spool spool = new Spool(folder, PLENTY)) {
            CompletableFuture<byte[]> taken = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    taken.complete(Objects.requireNonNull(spool.take()));
                } catch (IOException | InterruptedException e) {
                    taken.completeExceptionally(e);
                }
            });
            spool.append(bytes("late"));
            assertThat(text(taken.get(10, TimeUnit.SECONDS))).isEqualTo("late");
        }
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> Segment.first(file) > 0).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }
}
