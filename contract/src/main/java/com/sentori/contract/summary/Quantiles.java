package com.sentori.contract.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles by nearest rank of a stream of values in little memory, the same for the same values in the same order. Exact up
 * to {@value #EXACT} values.
 *
 * <p>
 * Full levels are sorted and every other value moves up, where it counts twice: the collapse of Manku, Rajagopalan and Lindsay,
 * "Approximate Medians and other Quantiles in One Pass and with Limited Memory", SIGMOD 1998. A collapse shifts a rank by at most
 * the weight of its level, up and down in turn, so that after n values ranks are off by at most n·H/2k, with k values a level
 * and H levels above the first: 0.7 % at ten million. Not thread-safe.
 */
public final class Quantiles {
    /** Values that are kept as they are. */
    static final int EXACT = 1024;

    private final List<Level> levels = new ArrayList<>(List.of(new Level()));
    private long count;

    /** Of no values. */
    public Quantiles() {}

    static Quantiles restore(DataInput from) throws IOException {
        Quantiles quantiles = new Quantiles();
        quantiles.count = from.readLong();
        quantiles.levels.clear();
        int levels = from.readInt();
        for (int i = 0; i < levels; i++) {
            quantiles.levels.add(Level.restore(from));
        }
        return quantiles;
    }

    void save(DataOutput to) throws IOException {
        to.writeLong(count);
        to.writeInt(levels.size());
        for (Level level : levels) {
            level.save(to);
        }
    }

    /** Takes a value. */
    public void add(double value) {
        makeRoom(0);
        levels.getFirst().add(value);
        count++;
    }

    private void makeRoom(int at) {
        Level full = levels.get(at);
        if (full.size < EXACT) {
            return;
        }
        if (at + 1 == levels.size()) {
            levels.add(new Level());
        }
        makeRoom(at + 1);
        full.collapseInto(levels.get(at + 1));
    }

    /**
     * The value of the nearest rank.
     *
     * @param fraction over 0, at most 1
     * @throws java.util.NoSuchElementException without values
     */
    public double at(double fraction) {
        record Weighted(double value, long weight) {}
        List<Weighted> all = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            for (int j = 0; j < level.size; j++) {
                all.add(new Weighted(level.values[j], 1L << i));
            }
        }
        all.sort((a, b) -> Double.compare(a.value, b.value));
        long rank = Math.max(1, (long) Math.ceil(fraction * count));
        long seen = 0;
        for (Weighted one : all) {
            seen += one.weight;
            if (seen >= rank) {
                return one.value;
            }
        }
        return all.getLast().value;
    }

    private static final class Level {
        private double[] values = new double[16];
        private int size;
        private boolean odd;

        static Level restore(DataInput from) throws IOException {
            Level level = new Level();
            int size = from.readInt();
            for (int i = 0; i < size; i++) {
                level.add(from.readDouble());
            }
            level.odd = from.readBoolean();
            return level;
        }

        void save(DataOutput to) throws IOException {
            to.writeInt(size);
            for (int i = 0; i < size; i++) {
                to.writeDouble(values[i]);
            }
            to.writeBoolean(odd);
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        /** In turn the odd ones and the even ones, so that the errors of two collapses cancel. */
        void collapseInto(Level above) {
            Arrays.sort(values, 0, size);
            for (int i = odd ? 1 : 0; i < size; i += 2) {
                above.add(values[i]);
            }
            odd = !odd;
            size = 0;
        }
    }
}
