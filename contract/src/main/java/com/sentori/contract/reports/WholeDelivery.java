package com.sentori.contract.reports;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.runs.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Archives for a platform that answers with one message of bounded size, in bounded time.
 *
 * @param report makes them
 * @param larger the way to those that are larger than {@link #MAX_BYTES}, or take longer than a call has
 */
public record WholeDelivery(Report report, Larger larger) implements ReportRoutes.Delivery {
    /** The largest archive that is answered as it is. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** How long one try may take. */
    private static final Duration TRY = Duration.ofSeconds(10);
    /** When no further try is begun. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public ApiResponse named(List<Run> runs) {
        Optional<ApiResponse> known = larger.known(runs);
        if (known.isPresent()) {
            return known.get();
        }
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        return written(runs, archive) == runs.size() ? answer(archive) : larger.of(runs);
    }

    @Override
    public Archive newest(List<Run> runs) {
        long began = System.nanoTime();
        List<Run> rest = runs;
        while (!rest.isEmpty() && System.nanoTime() - began < PATIENCE.toNanos()) {
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            int written = written(rest, archive);
            if (written == rest.size()) {
                return new Archive(answer(archive), written);
            }
            // On with those that fitted; a first one that did not is left out.
            rest = written == 0 ? rest.subList(1, rest.size()) : rest.subList(0, written);
        }
        return new Archive(larger.of(runs.subList(0, 1)), 1);
    }

    /** Writes all of the runs, or gives up where they become too much; then it returns how many before that fitted. */
    private int written(List<Run> runs, ByteArrayOutputStream archive) {
        long deadline = System.nanoTime() + TRY.toNanos();
        try (ReportWriter writer = report.writer(runs, new Capped(archive))) {
            try {
                while (writer.writeNext()) {
                    if (System.nanoTime() - deadline > 0) {
                        throw new TooMuch();
                    }
                }
                return runs.size();
            } catch (TooMuch e) {
                // All of them, if there was no room for the list at the end alone.
                return Math.min(writer.runsWritten(), runs.size() - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiResponse answer(ByteArrayOutputStream archive) {
        return ReportRoutes
                .named(new ApiResponse(200, Map.of("Content-Type", "application/zip"), archive.toByteArray()));
    }

    /** The way to archives that no single answer holds. */
    public interface Larger {
        /** The way to this one, if it is known already to be larger. */
        Optional<ApiResponse> known(List<Run> runs);

        /** The way to this one, which has just been found to be larger. */
        ApiResponse of(List<Run> runs);
    }

    /** Where there is no way: a refusal. */
    public static final class NoLarger implements Larger {
        @Override
        public Optional<ApiResponse> known(List<Run> runs) {
            return Optional.empty();
        }

        @Override
        public ApiResponse of(List<Run> runs) {
            throw ContractException.invalid("runId", "the report of " + (runs.size() == 1 ? "this run" : "these runs")
                    + " is larger than " + MAX_BYTES + " bytes: " + (runs.size() == 1
                            ? "read the run by its tail"
                            : "ask for fewer runs at once"));
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Capped extends OutputStream {
        private final ByteArrayOutputStream out;

        Capped(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            requireRoom(1);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            requireRoom(length);
            out.write(bytes, from, length);
        }

        private void requireRoom(int length) throws TooMuch {
            if (out.size() + length > MAX_BYTES) {
                throw new TooMuch();
            }
        }
    }
}
