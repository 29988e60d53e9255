package com.sentori.console.charts;

/**
 * Figures of all samples of a series in a span, none left out. Any thread.
 *
 * @param count of samples; all figures but this are NaN without any
 * @param min lowest value
 * @param max highest value
 * @param mean of the values, each counting alike
 * @param slope of the straight line with the least squares, per second; NaN below two times
 */
public record Statistics(long count, double min, double max, double mean, double slope) {
    /** A lock is not held for much more than this many samples at once. */
    private static final int PIECE = 1 << 16;

    /** Of the samples with {@code from <= time <= to}, both epoch milliseconds. Costs samples. */
    public static Statistics of(Samples samples, long from, long to) {
        Sums sums = new Sums(from);
        double cadence = samples.cadenceMillis();
        long piece = Double.isNaN(cadence) ? Long.MAX_VALUE : (long) Math.max(1, cadence * PIECE);
        long oldest = samples.oldestTime();
        long newest = samples.newestTime();
        long begin = oldest == Samples.NONE ? to : Math.max(from, oldest);
        long end = oldest == Samples.NONE ? from : Math.min(to, newest);
        while (begin <= end) {
            long until = end - begin < piece ? end + 1 : begin + piece;
            samples.raw(begin, until, sums);
            begin = until;
        }
        return sums.statistics();
    }

    /** Sums of what was taken. */
    private static final class Sums implements Samples.Taker {
        private final long origin;
        private long count;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double mean;
        private double meanTime;
        private double spread;
        private double shared;

        Sums(long origin) {
            this.origin = origin;
        }

        // Welford's running means, so that large values and long spans do not cancel each other out.
        @Override
        public void take(long time, double value) {
            count++;
            min = Math.min(min, value);
            max = Math.max(max, value);
            double seconds = (time - origin) / 1000.0;
            double late = seconds - meanTime;
            meanTime += late / count;
            mean += (value - mean) / count;
            spread += late * (seconds - meanTime);
            shared += late * (value - mean);
        }

        Statistics statistics() {
            return count == 0
                    ? new Statistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                    : new Statistics(count, min, max, mean, spread > 0 ? shared / spread : Double.NaN);
        }
    }
}
