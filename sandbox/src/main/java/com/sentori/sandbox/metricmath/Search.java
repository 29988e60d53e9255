package com.sentori.sandbox.metricmath;

import com.sentori.sandbox.metrics.Dimension;
import com.sentori.sandbox.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The search term of {@code SEARCH}: an optional schema <code>{Namespace,Dimension,…}</code>, then words, {@code Property=word} and
 * {@code Property=("a" OR "b")} with AND, OR, NOT and parentheses. A word in quotes is matched as a whole, another one as a part whatever its
 * case.
 */
public final class Search {
    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([{},()=])|([^\\s\"{},()=]+))");
    private static final int MAX_DEPTH = 50;

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private Search(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1) != null
                    ? new Token(matcher.group(1).replaceAll("\\\\(.)", "$1"), true)
                    : new Token(matcher.group(2) != null ? matcher.group(2) : matcher.group(3), false));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw new MathFault("The search has a quote that is not closed.");
        }
    }

    /**
     * Reads a term.
     *
     * @throws MathFault if it is none
     */
    static Search parse(String text) {
        Search search = new Search(text);
        search.predicate();
        return search;
    }

    /** Whether a metric is found. */
    public Predicate<Metric> predicate() {
        next = 0;
        Predicate<Metric> found = sees("{") ? schema() : _ -> true;
        if (next < tokens.size()) {
            found = found.and(either(""));
        }
        if (next < tokens.size()) {
            throw misplaced();
        }
        return found;
    }

    private Predicate<Metric> schema() {
        take();
        String namespace = take().text();
        TreeSet<String> names = new TreeSet<>();
        while (sees(",")) {
            take();
            names.add(take().text());
        }
        require("}");
        return metric -> metric.namespace().equals(namespace)
                && metric.dimensions().stream().map(Dimension::name).toList().equals(List.copyOf(names));
    }

    private Predicate<Metric> either(String property) {
        if (++depth > MAX_DEPTH) {
            throw new MathFault("The search is nested too deeply.");
        }
        Predicate<Metric> found = both(property);
        while (sees("OR")) {
            take();
            found = found.or(both(property));
        }
        depth--;
        return found;
    }

    private Predicate<Metric> both(String property) {
        Predicate<Metric> found = term(property);
        while (next < tokens.size() && !sees(")") && !sees("OR")) {
            if (sees("AND")) {
                take();
            }
            found = found.and(term(property));
        }
        return found;
    }

    private Predicate<Metric> term(String property) {
        if (sees("NOT")) {
            take();
            return term(property).negate();
        }
        if (sees("(")) {
            take();
            Predicate<Metric> inner = either(property);
            require(")");
            return inner;
        }
        Token word = take();
        if (!word.quoted() && "{},)=".contains(word.text())) {
            next--;
            throw misplaced();
        }
        if (property.isEmpty() && sees("=")) {
            take();
            return term(word.text());
        }
        return metric -> texts(metric, property).anyMatch(text -> word.quoted()
                ? text.equals(word.text())
                : text.toLowerCase(Locale.ROOT).contains(word.text().toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> texts(Metric metric, String property) {
        return switch (property) {
            case "" -> Stream.concat(Stream.of(metric.namespace(), metric.name()),
                    metric.dimensions().stream().flatMap(one -> Stream.of(one.name(), one.value())));
            case "Namespace" -> Stream.of(metric.namespace());
            case "MetricName" -> Stream.of(metric.name());
            default -> metric.dimension(property).stream();
        };
    }

    private boolean sees(String sign) {
        return next < tokens.size() && !tokens.get(next).quoted() && tokens.get(next).text().equals(sign);
    }

    private Token take() {
        if (next == tokens.size()) {
            throw new MathFault("The search ends too early.");
        }
        return tokens.get(next++);
    }

    private void require(String sign) {
        if (!sees(sign)) {
            throw misplaced();
        }
        next++;
    }

    private MathFault misplaced() {
        return new MathFault(next == tokens.size()
                ? "The search ends too early."
                : "The search has '" + tokens.get(next).text() + "' where it cannot be.");
    }

    private record Token(String text, boolean quoted) {}
}
