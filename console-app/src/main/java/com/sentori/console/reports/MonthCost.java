package com.sentori.console.reports;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.runs.Driven;
import com.sentori.console.runs.LatencyLog;
import com.sentori.console.runs.Records;
import com.sentori.contract.info.Info;
import com.sentori.contract.pages.Page;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of a backend have cost that were started in this month, in UTC as AWS counts it.
 *
 * @param priceDate of the price file
 * @param currency of the prices
 * @param amount of all that is known
 * @param runs so many
 * @param partly of those so many are known in part only: another machine made their requests
 * @param more whether there are runs that were not looked at
 */
public record MonthCost(String priceDate, String currency, double amount, int runs, int partly, boolean more) {
    /** The most runs that are looked at; each is a call. */
    private static final int MOST = 200;
    private static final int PAGE = 50;

    /**
     * Asks the backend for its runs, the newest first, and for the summary of each. Waits for it.
     *
     * @param dataFolder what this machine has kept of runs, and of prices
     * @throws IllegalArgumentException with a sentence that names the file, if the prices are no price file
     */
    public static MonthCost soFar(BackendClient backend, Path dataFolder, Clock clock)
            throws BackendException, IOException {
        Prices prices = Prices.in(dataFolder);
        Records records = new Records(dataFolder);
        Instant now = clock.instant();
        List<Run> runs = runs(backend, LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1));
        double amount = 0;
        int partly = 0;
        for (Run run : runs.subList(0, Math.min(MOST, runs.size()))) {
            Cost cost = prices.of(kind(backend), used(backend, run, records.driven(run.id()).orElse(null), now));
            for (Cost.Item item : cost.items()) {
                amount += Objects.requireNonNullElse(item.amount(), 0.0);
            }
            partly += cost.total() == null ? 1 : 0;
        }
        return new MonthCost(prices.date(), prices.currency(), amount, Math.min(MOST, runs.size()), partly,
                runs.size() > MOST);
    }

    /** One more than is looked at, if there are so many. */
    private static List<Run> runs(BackendClient backend, LocalDate month) throws BackendException {
        Instant begin = month.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Run> runs = new ArrayList<>();
        @Nullable
        String next = null;
        do {
            Page<Run> page = backend.runs(next, PAGE);
            for (Run run : page.items()) {
                if (run.startedAt().isBefore(begin)) {
                    return runs;
                }
                runs.add(run);
            }
            next = page.nextKey();
        } while (next != null && runs.size() <= MOST);
        return runs;
    }

    private static Prices.Usage used(BackendClient backend, Run run, @Nullable Driven driven, Instant now)
            throws BackendException, IOException {
        Instant end = Objects.requireNonNullElse(run.finishedAt(), now);
        LatencyLog log = driven == null ? null : driven.latencies().filter(one -> !one.isEmpty()).orElse(null);
        return Prices.Usage.of(Double.valueOf(Duration.between(run.startedAt(), end).toMillis() / 1000.0), driven, log,
                backend.summary(run.id()).totals().count());
    }

    private static String kind(BackendClient backend) {
        Info info = backend.lastInfo();
        return info == null ? backend.profile().name() : info.backend();
    }
}
