package com.sentori.bench.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Things measured in turns - A B C, A B C, … - so that what happens to the machine meanwhile meets all of them. Ratios are
 * taken within a round, and the median of the rounds counts.
 */
public final class Rounds {
    private final List<double[]> rounds = new ArrayList<>();

    /** Measures each in its turn. */
    public static Rounds of(int count, List<? extends Measure> contenders) throws Exception {
        Rounds rounds = new Rounds();
        for (int round = 0; round < count; round++) {
            double[] values = new double[contenders.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = contenders.get(i).take();
            }
            rounds.rounds.add(values);
        }
        return rounds;
    }

    /** One contender against another, by their places in the list. */
    public Pair compare(int value, int baseline) {
        return new Pair(median(value), median(baseline), median(IntStream.range(0, rounds.size())
                .mapToDouble(i -> rounds.get(i)[value] / rounds.get(i)[baseline])
                .toArray()));
    }

    /** One contender's median. */
    public double median(int contender) {
        return median(rounds.stream().mapToDouble(round -> round[contender]).toArray());
    }

    /** The middle one; between the middle two of an even number. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** What is measured once a round. */
    @FunctionalInterface
    public interface Measure {
        /** Takes it. */
        double take() throws Exception;
    }

    /**
     * One contender against another.
     *
     * @param value the median
     * @param baseline the median of the other
     * @param ratio the median of the rounds' ratios, which need not be the ratio of the medians
     */
    public record Pair(double value, double baseline, double ratio) {}
}
