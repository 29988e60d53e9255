package com.sentori.console.terraform;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * A dated list of what resources cost in a month while they stand there.
 *
 * @param schema {@value #SCHEMA}
 * @param date of the prices
 * @param currency of the prices
 * @param region that they are of
 * @param hours of a month
 * @param priced what is paid for standing there, by type
 * @param byUse types that are paid by use alone
 * @param free types that cost nothing
 */
record MonthlyPrices(String schema, String date, String currency, String region, double hours,
        Map<String, List<Term>> priced, Set<String> byUse, Set<String> free) {
    private static final String SCHEMA = "sentori.resource-prices/1";
    private static final String FILE = "resource-prices.json";
    /** Stands before attributes of the task that a service runs. */
    private static final String TASK = "task.";
    private static final String SERVICE_TYPE = "aws_ecs_service";
    private static final String TASK_TYPE = "aws_ecs_task_definition";
    private static final String UNKNOWN = "?";
    private static final ObjectReader READER = Json.MAPPER.readerFor(MonthlyPrices.class)
            .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    MonthlyPrices {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("A file of what resources cost has the schema " + SCHEMA + ".");
        }
        priced = Map.copyOf(priced);
        byUse = Set.copyOf(byUse);
        free = Set.copyOf(free);
    }

    /**
     * A summand of a price: {@code price} times all quantities.
     *
     * @param price of one, in an hour or a month
     * @param hourly whether it is of an hour
     * @param by the attribute that chooses among {@code prices}; null for {@code price}
     * @param prices by the value of that attribute
     * @param quantities attributes that the price is multiplied with, each a number, or a list of which the length counts
     * @param per how many of the quantity the price is for; 0 stands for 1
     * @param twiceIf an attribute that doubles it where it is true; null without
     */
    record Term(double price, boolean hourly, @Nullable String by, @Nullable Map<String, Double> prices,
            @Nullable List<String> quantities, double per, @Nullable String twiceIf) {
        private List<String> attributes() {
            List<String> all = new ArrayList<>(Objects.requireNonNullElse(quantities, List.of()));
            if (by != null) {
                all.add(by);
            }
            if (twiceIf != null) {
                all.add(twiceIf);
            }
            return all;
        }

        /** Null if the size is not known. */
        private @Nullable Double monthly(Map<String, String> size, double hours) {
            Double amount = price;
            if (by != null) {
                amount = Objects.requireNonNullElse(prices, Map.<String, Double>of()).get(size.getOrDefault(by, ""));
            }
            for (String quantity : Objects.requireNonNullElse(quantities, List.<String>of())) {
                Double many = number(size.getOrDefault(quantity, UNKNOWN));
                amount = amount == null || many == null ? null : Double.valueOf(amount * many);
            }
            if (amount == null) {
                return null;
            }
            boolean twice = twiceIf != null && size.getOrDefault(twiceIf, "").equals("true");
            return amount / (per == 0 ? 1 : per) * (hourly ? hours : 1) * (twice ? 2 : 1);
        }

        private static @Nullable Double number(String text) {
            try {
                return text.equals(UNKNOWN) ? null : Double.valueOf(text);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** Those that ship with the program. */
    static MonthlyPrices shipped() {
        try (InputStream in = Objects.requireNonNull(MonthlyPrices.class.getResourceAsStream(FILE), FILE)) {
            @Nullable
            MonthlyPrices read = READER.readValue(in.readAllBytes());
            return Objects.requireNonNull(read, FILE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How large a resource of a plan is, if that counts. */
    Optional<Sized> size(JsonNode told, Action action) {
        String type = told.path("type").asString("");
        boolean changes = action != Action.NONE && action != Action.READ;
        if (!changes && !priced.containsKey(type) && !type.equals(TASK_TYPE)) {
            return Optional.empty();
        }
        JsonNode change = told.path("change");
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        return Optional.of(new Sized(told.path("address").asString(""), told.path("module_address").asString(""), type,
                told.path("name").asString(""), before.isObject() ? attributes(type, before, null) : null,
                after.isObject() ? attributes(type, after, change.path("after_unknown")) : null, changes));
    }

    private Map<String, String> attributes(String type, JsonNode resource, @Nullable JsonNode unknown) {
        Map<String, String> size = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        priced.getOrDefault(type, List.of()).forEach(term -> names.addAll(term.attributes()));
        if (type.equals(TASK_TYPE)) {
            names.addAll(List.of("cpu", "memory"));
        }
        for (String name : names) {
            JsonNode value = resource.path(name);
            if (unknown != null && unknown.path(name).isBoolean() && unknown.path(name).asBoolean()) {
                size.put(name, UNKNOWN);
            } else if (value.isArray()) {
                size.put(name, Integer.toString(value.size()));
            } else if (!value.isNull() && !value.isMissingNode()) {
                size.put(name, value.asString());
            }
        }
        return size;
    }

    Bill bill(List<Sized> sizes) {
        double[] sums = new double[2];
        List<Bill.Line> lines = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> used = new ArrayList<>();
        List<String> unlisted = new ArrayList<>();
        for (Sized each : sizes) {
            List<Term> terms = priced.get(each.type());
            if (terms == null) {
                if (each.changes() && !free.contains(each.type())) {
                    (byUse.contains(each.type()) ? used : unlisted).add(each.address());
                }
                continue;
            }
            Double before = each.before() == null ? null : monthly(terms, withTask(each, each.before(), sizes, true));
            Double after = each.after() == null ? null : monthly(terms, withTask(each, each.after(), sizes, false));
            boolean known = (before != null || each.before() == null) && (after != null || each.after() == null);
            if (!known) {
                unknown.add(each.address());
                continue;
            }
            sums[0] += before == null ? 0 : before;
            sums[1] += after == null ? 0 : after;
            Bill.Line line = new Bill.Line(each.address(), before, after);
            if (Math.abs(line.difference()) > 1e-9) {
                lines.add(line);
            }
        }
        return new Bill(date, currency, region, sums[0], sums[1], lines, used, unknown, unlisted);
    }

    private @Nullable Double monthly(List<Term> terms, Map<String, String> size) {
        double sum = 0;
        for (Term term : terms) {
            Double amount = term.monthly(size, hours);
            if (amount == null) {
                return null;
            }
            sum += amount;
        }
        return sum;
    }

    /** A service's size is that of its task: the one of its name in its module, else the only one there. */
    private static Map<String, String> withTask(Sized service, Map<String, String> size, List<Sized> all,
            boolean before) {
        if (!service.type().equals(SERVICE_TYPE)) {
            return size;
        }
        List<Sized> tasks = all.stream()
                .filter(each -> each.type().equals(TASK_TYPE) && each.module().equals(service.module()))
                .toList();
        Map<String, String> joined = new HashMap<>(size);
        tasks.stream()
                .filter(each -> each.name().equals(service.name()) || tasks.size() == 1)
                .findFirst()
                .map(each -> before ? each.before() : each.after())
                .ifPresent(task -> task.forEach((name, value) -> joined.put(TASK + name, value)));
        return joined;
    }
}
