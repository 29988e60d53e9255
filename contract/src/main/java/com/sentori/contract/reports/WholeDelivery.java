package com.sentori.contract.reports;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.runs.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Archives for a platform that answers with one message of bounded size.
 *
 * @param report makes them
 * @param larger the answer for runs whose archive is larger than {@link #MAX_BYTES}
 */
public record WholeDelivery(Report report, Function<List<Run>, ApiResponse> larger) implements ReportRoutes.Delivery {
    /** The largest archive that is answered as it is. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    @Override
    public ApiResponse named(List<Run> runs) {
        return written(runs).map(WholeDelivery::answer).orElseGet(() -> larger.apply(runs));
    }

    @Override
    public Archive newest(List<Run> runs) {
        // Halved until it fits: an archive that does not is given up as soon as it is too large.
        for (int count = runs.size(); count > 0; count /= 2) {
            Optional<byte[]> archive = written(runs.subList(0, count));
            if (archive.isPresent()) {
                return new Archive(answer(archive.get()), count);
            }
        }
        return new Archive(larger.apply(runs.subList(0, 1)), 1);
    }

    private Optional<byte[]> written(List<Run> runs) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try {
            report.write(runs, new Capped(archive));
            return Optional.of(archive.toByteArray());
        } catch (TooLarge e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiResponse answer(byte[] archive) {
        return ReportRoutes.named(new ApiResponse(200, Map.of("Content-Type", "application/zip"), archive));
    }

    /** The refusal where there is no way for larger archives. */
    public static ContractException tooLarge(List<Run> runs) {
        return ContractException.invalid("runId", "the report of " + (runs.size() == 1 ? "this run" : "these runs")
                + " is larger than " + MAX_BYTES + " bytes: " + (runs.size() == 1
                        ? "read the run by its tail"
                        : "ask for fewer runs at once"));
    }

    private static final class TooLarge extends IOException {
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

        private void requireRoom(int length) throws TooLarge {
            if (out.size() + length > MAX_BYTES) {
                throw new TooLarge();
            }
        }
    }
}
