package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkTest {
    private record Entry(long time, long place, double value) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void levels_and_order_equal_brute_force_whatever_comes_late(long seed) {
        Random random = new Random(seed);
        Chunk chunk = new Chunk();
        List<Entry> expected = new ArrayList<>();
        for (int i = 0; i < Chunk.CAPACITY; i++) {
            long late = random.nextInt(10) == 0 ? random.nextInt(random.nextInt(10) == 0 ? 5_000 : 40) : 0;
            Entry entry = new Entry(i * 3L - late, i, random.nextGaussian());
            put(chunk, entry);
            expected.add(entry);
            if (i % 371 == 0) {
                check(chunk, expected);
            }
        }
        check(chunk, expected);
        Chunk[] halves = chunk.halves();
        check(halves[0], expected.subList(0, Chunk.CAPACITY / 2));
        check(halves[1], expected.subList(Chunk.CAPACITY / 2, Chunk.CAPACITY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_cold_chunk_is_whole_again_when_all_came_back_in_any_order_and_more_than_once(long seed) {
        Random random = new Random(seed);
        Chunk chunk = new Chunk();
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Entry entry = new Entry(i / 3, i, random.nextGaussian());
            put(chunk, entry);
            all.add(entry);
        }
        long warm = chunk.bytes();
        chunk.cool();
        assertThat(chunk.isCold()).isTrue();
        assertThat(chunk.bytes()).isLessThan(warm / 20);
        assertThat(chunk.count()).isEqualTo(1_000);
        Entry late = new Entry(150, 5_000, 99);
        chunk.expect(late.time(), late.value(), late.place());
        all.add(late);
        assertThat(chunk.highest()).isEqualTo(99);
        List<Entry> back = new ArrayList<>(all);
        back.addAll(all.subList(100, 300));
        java.util.Collections.shuffle(back, random);
        for (Entry entry : back) {
            if (chunk.isCold()) {
                chunk.giveBack(entry.time(), entry.value(), entry.place());
            }
        }
        assertThat(chunk.isCold()).isFalse();
        check(chunk, all);
    }

    @Test
    void a_sample_that_is_there_already_is_refused() {
        Chunk chunk = new Chunk();
        chunk.append(10, 1, 1);
        chunk.append(10, 2, 2);
        assertThat(chunk.insert(10, 9, 1)).isFalse();
        assertThat(chunk.insert(10, 3, 0)).isTrue();
        assertThat(chunk.count()).isEqualTo(3);
        assertThat(chunk.first()).isEqualTo(3);
    }

    private static void put(Chunk chunk, Entry entry) {
        if (chunk.isBefore(entry.time(), entry.place())) {
            chunk.append(entry.time(), entry.value(), entry.place());
        } else {
            assertThat(chunk.insert(entry.time(), entry.value(), entry.place())).isTrue();
        }
    }

    private static void check(Chunk chunk, List<Entry> expected) {
        expected.sort(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::place));
        assertThat(chunk.count()).isEqualTo(expected.size());
        long widest = 0;
        for (int i = 0; i < expected.size(); i++) {
            assertThat(chunk.time(i)).isEqualTo(expected.get(i).time());
            assertThat(chunk.value(i)).isEqualTo(expected.get(i).value());
            widest = i == 0 ? 0 : Math.max(widest, chunk.time(i) - chunk.time(i - 1));
        }
        assertThat(chunk.widest()).isEqualTo(widest);
        for (int level = 0; level < Chunk.LEVELS; level++) {
            int size = level == 0 ? 16 : 256;
            for (int block = 0; (block + 1) * size <= expected.size(); block++) {
                List<Double> values = expected.subList(block * size, (block + 1) * size)
                        .stream()
                        .map(Entry::value)
                        .sorted()
                        .toList();
                assertThat(chunk.block(level, block)).containsExactly(values.getFirst(), values.getLast());
            }
        }
    }
}
