package com.sentori.console.reports;

import com.sentori.console.runs.Driven;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.LatencyLog;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * A dated list of prices. One ships with the program; a file {@value #FILE} in the data folder takes its place.
 *
 * @param schema {@value #SCHEMA}
 * @param date of the prices
 * @param currency of the prices
 * @param region that they are of
 * @param items what is paid for
 */
public record Prices(String schema, String date, String currency, String region, List<Item> items) {
    static final String SCHEMA = "sentori.prices/1";
    private static final String FILE = "prices.json";
    /** A factor that is left out is 0. */
    private static final ObjectReader READER = Json.MAPPER.readerFor(Prices.class)
            .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** Keeps its own copy. */
    public Prices {
        items = List.copyOf(items);
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(currency, "currency");
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("A price file has the schema " + SCHEMA + ".");
        }
    }

    /**
     * Those of the data folder, else those that ship.
     *
     * @throws IllegalArgumentException with a sentence that names the file, if it is no price file
     * @throws IOException if it cannot be read
     */
    public static Prices in(Path dataFolder) throws IOException {
        Path own = dataFolder.resolve(FILE);
        if (!Files.exists(own)) {
            return shipped();
        }
        try {
            return read(Files.readAllBytes(own));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    own + " is no price file: correct it by the one in the user guide, or remove it.", e);
        }
    }

    /** Those that ship with the program. */
    public static Prices shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Prices.class.getResourceAsStream(FILE), FILE)) {
            return read(in.readAllBytes());
        }
    }

    private static Prices read(byte[] json) {
        @Nullable
        Prices prices = READER.readValue(json);
        return Objects.requireNonNull(prices, "prices");
    }

    /**
     * What a half cost.
     *
     * @param backend {@code ecs} or {@code serverless}; null if it is not known
     * @param used what it used
     */
    Cost of(@Nullable String backend, Usage used) {
        List<Cost.Item> costs = new ArrayList<>();
        Double total = 0.0;
        for (Item item : items) {
            if (item.backend.equals(backend)) {
                Double quantity = item.quantity(used);
                Double amount = quantity == null ? null : Double.valueOf(quantity * item.price / item.per);
                costs.add(new Cost.Item(item.name, item.unit, quantity, item.basis, amount));
                total = total == null || amount == null ? null : Double.valueOf(total + amount);
            }
        }
        return new Cost(date, currency, region, costs, costs.isEmpty() ? null : total);
    }

    /**
     * What a half used.
     *
     * @param runSeconds from its start to its end; null while it runs
     * @param requests that were made; null if another machine made them
     * @param requestSeconds that they took together; null if another machine made them
     * @param readings that are stored
     */
    record Usage(@Nullable Double runSeconds, @Nullable Double requests, @Nullable Double requestSeconds,
            double readings) {
        /**
         * Of a run.
         *
         * @param driven what this machine kept of it; null if another one drove it
         * @param log of its requests; null if there is none
         */
        static Usage of(@Nullable Double runSeconds, @Nullable Driven driven, @Nullable LatencyLog log, long readings) {
            if (driven == null || log == null) {
                return new Usage(runSeconds, null, null, (double) readings);
            }
            long failed = driven.faults().values().stream().mapToLong(Long::longValue).sum();
            return new Usage(runSeconds, (double) (log.percentiles(Latencies.Kind.REQUEST).count() + failed),
                    log.seconds(Latencies.Kind.REQUEST), (double) readings);
        }
    }

    /**
     * Something that is paid for. Its quantity is the sum of what is used, each times its factor.
     *
     * @param backend {@code ecs} or {@code serverless}
     * @param name of it
     * @param unit of its quantity
     * @param price of {@code per} units
     * @param per how many units the price is for
     * @param basis how the quantity is known
     */
    public record Item(String backend, String name, String unit, double price, double per, Cost.Basis basis,
            double perRunSecond, double perRequest, double perRequestSecond, double perReading) {
        /** Refuses a price of nothing. */
        public Item {
            if (!(per > 0)) {
                throw new IllegalArgumentException("A price is for more than 0 units.");
            }
        }

        @Nullable
        Double quantity(Usage used) {
            Double sum = plus(0.0, perRunSecond, used.runSeconds);
            sum = plus(sum, perRequest, used.requests);
            sum = plus(sum, perRequestSecond, used.requestSeconds);
            return plus(sum, perReading, used.readings);
        }

        private static @Nullable Double plus(@Nullable Double sum, double factor, @Nullable Double used) {
            return factor == 0 ? sum : sum == null || used == null ? null : Double.valueOf(sum + factor * used);
        }
    }
}
