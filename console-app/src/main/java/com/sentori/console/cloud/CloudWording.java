package com.sentori.console.cloud;

import com.sentori.console.backends.BackendException;
import com.sentori.console.connections.Wording;
import com.sentori.console.reports.MonthCost;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the screen says of figures. FX thread. */
final class CloudWording {
    private static final int DIGITS = 3;
    private static final double CENT = 0.01;

    private final Texts texts;
    private final Figures figures;

    CloudWording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    String name(Measure measure) {
        return texts.of("cloud.measure", measure);
    }

    String value(Course course) {
        Double value = course.value();
        return value == null ? "–" : value(course.measure(), value);
    }

    String value(Measure measure, double value) {
        return texts.get("cloud.unit." + measure.unit(), figures.significant(value, DIGITS));
    }

    /** How old a figure is. */
    String delay(Course course, Instant now) {
        Instant until = course.until();
        return until == null ? texts.get("cloud.none") : texts.get("cloud.delay", age(until, now));
    }

    /** Whole seconds: a tenth would say more than is known. */
    private String age(Instant until, Instant now) {
        long seconds = Math.max(0, Duration.between(until, now).toSeconds());
        return seconds < 60
                ? texts.get("figure.seconds", Long.toString(seconds))
                : figures.clock(Duration.ofSeconds(seconds));
    }

    String level(Level level) {
        return texts.of("cloud.level", level);
    }

    /** What a course looks like, for who does not see it. */
    String course(Course course) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : course.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return course.values().length == 0
                ? texts.get("cloud.none")
                : texts.get("cloud.course", name(course.measure()), value(course.measure(), least),
                        value(course.measure(), most));
    }

    /** Where the figures are from, and when they were asked for. */
    String source(CloudItem.State state, Instant now) {
        Instant heard = state.heard();
        return heard == null
                ? ""
                : texts.get("cloud.source", String.join(" · ", state.health().stream().map(Health::source).toList()),
                        age(heard, now));
    }

    /** What went wrong the last time; empty if nothing did. */
    String fault(CloudItem.State state) {
        List<String> sentences = new ArrayList<>();
        state.faults()
                .forEach(answer -> sentences.add(answer.fault() == null
                        ? texts.get("fault.other", answer.strange())
                        : texts.get("cloud.fault." + answer.fault().kind(), answer.fault().sentence())));
        return String.join("\n", sentences);
    }

    /** In cents: what is less than one is said to be. */
    private String amount(MonthCost cost) {
        boolean some = cost.amount() > 0 && cost.amount() < CENT;
        return (some ? "< " + figures.value(CENT) : figures.value(cost.amount())) + " " + cost.currency();
    }

    /** What the month's runs have cost; empty while nobody knows. */
    String cost(CloudItem.State state) {
        MonthCost cost = state.cost();
        if (cost == null) {
            return state.costFault() == null
                    ? ""
                    : texts.get("cloud.cost.unknown", state.costFault() instanceof BackendException known
                            ? new Wording(texts, figures).fault(known)
                            : String.valueOf(state.costFault().getMessage()));
        }
        String all = texts.get("cloud.cost", cost.runs(), amount(cost), figures.day(cost.priceDate()));
        String partly = cost.partly() == 0 ? "" : " " + texts.get("cloud.cost.partly", cost.partly());
        return all + partly + (cost.more() ? " " + texts.get("cloud.cost.more") : "");
    }
}
