package com.sentori.console.reports;

import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.reports.Verdict.Outcome;
import com.sentori.console.runs.EndNote;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The words and figures of a report in the reader's language; what is not known is said to be, and never 0. */
record Wording(Texts texts, Figures figures, ZoneId zone) {
    private static final int SHORT = 8;
    /** Digits of a figure that is compared. */
    private static final int SHOWN = 4;

    String unknown() {
        return texts.get("report.unknown");
    }

    String text(@Nullable String text) {
        return text == null || text.isEmpty() ? unknown() : Visible.text(text);
    }

    String count(@Nullable Long count) {
        return count == null ? unknown() : figures.count(count);
    }

    String tenths(double value) {
        return figures.tenths(value);
    }

    String number(@Nullable Double value) {
        return value == null ? unknown() : figures.number(value);
    }

    String seconds(Duration length) {
        return texts.get("figure.seconds", figures.number(length.toMillis() / 1000.0));
    }

    String money(@Nullable Double amount, String currency) {
        return amount == null ? unknown() : figures.significant(amount, 3) + " " + Visible.text(currency);
    }

    /** What made the report. */
    String program(String program) {
        return program.equals(Reports.FROM_SOURCE) ? texts.get("report.made.source") : program;
    }

    String moment(@Nullable Instant instant) {
        return instant == null ? unknown() : figures.moment(instant);
    }

    /** The zone of all times, and how far it is from UTC at one of them. */
    String zone(Instant at) {
        String offset = DateTimeFormatter.ofPattern("xxx").withZone(zone).format(at);
        return texts.get("report.zone", zone.getId(), offset);
    }

    String shortId(Half half) {
        return shortId(half.run().id());
    }

    private static String shortId(String id) {
        return Visible.text(id.substring(Math.max(0, id.length() - SHORT)));
    }

    String named(String backend, String runId) {
        return Visible.text(backend) + " " + shortId(runId);
    }

    /** A shape and a word, not a colour. */
    String outcome(Outcome outcome) {
        String shape = switch (outcome) {
            case FAILED -> "✗ ";
            case PASSED -> "✓ ";
            case NO_VERDICT -> "– ";
        };
        return shape + texts.of("report.outcome", outcome);
    }

    String subject(Finding finding) {
        return switch (finding.subject()) {
            case STATUS -> texts.get("report.judged.STATUS", texts.get("status." + finding.text()));
            case CHECK -> texts.get("report.judged.CHECK." + finding.outcome());
            case THRESHOLD -> texts.get("report.judged.THRESHOLD", Visible.text(finding.text()));
            case ALARM -> texts.get("report.judged.ALARM",
                    Visible.text(LimitText.of(finding.text(), texts, figures)));
            case BASELINE -> texts.get("report.judged.BASELINE", bounded(finding.text()));
        };
    }

    String measured(Finding finding) {
        return switch (finding.subject()) {
            case STATUS, CHECK -> "";
            case THRESHOLD -> {
                Double measured = finding.measured();
                boolean latency = finding.text().indexOf(':') < 0;
                yield measured != null && latency ? texts.get("report.millis", tenths(measured)) : number(measured);
            }
            case ALARM -> number(finding.measured());
            case BASELINE -> finding.measured() == null ? unknown() : figures.significant(finding.measured(), SHOWN);
        };
    }

    /** A figure, and the bound of it if there is one. */
    private String bounded(String text) {
        String[] parts = text.split("(?=[<>]=)", 2);
        return parts.length == 1
                ? figure(text)
                : figure(parts[0]) + (parts[1].startsWith("<") ? " ≤ " : " ≥ ")
                        + figures.significant(Double.parseDouble(parts[1].substring(2)), SHOWN);
    }

    /** In a sentence. */
    String finding(Finding finding) {
        String what = texts.get("report.finding", Visible.text(finding.backend()), subject(finding));
        String measured = measured(finding);
        return what + (measured.isEmpty() ? "" : ", " + texts.get("report.finding.measured", measured))
                + (finding.since() == null
                        ? "."
                        : ", " + texts.get("report.finding.since", moment(finding.since()))
                                + ".");
    }

    String reason(Half half) {
        String reason = half.run().reason();
        String word = reason == null ? unknown() : texts.get("reason." + reason);
        String message = half.run().message();
        if (message == null || message.isBlank()) {
            return word;
        }
        // What the reason says already is not said again.
        boolean said = EndNote.read(message).filter(new EndNote.Stopped(0)::equals).isPresent();
        return said ? word : texts.get("reason.with", word, Visible.text(message));
    }

    String took(Half half) {
        Instant end = half.run().finishedAt();
        return end == null ? unknown() : seconds(Duration.between(half.run().startedAt(), end));
    }

    String backend(Half half) {
        Half.Backend backend = half.backend();
        return backend.kind() == null
                ? unknown()
                : texts.get("report.backend", Visible.text(backend.kind()), text(backend.version()),
                        text(backend.region()));
    }

    String offset(Half half) {
        Double offset = half.backend().offsetMillis();
        Double uncertainty = half.backend().offsetUncertaintyMillis();
        return offset == null
                ? unknown()
                : uncertainty == null
                        ? texts.get("report.offset.start", tenths(offset))
                        : texts.get("report.offset", tenths(offset), tenths(uncertainty));
    }

    String unseen(Half half) {
        Long unseen = half.readings().unseen();
        return unseen == null || unseen == 0 ? "" : "; " + texts.get("report.unseen", figures.count(unseen));
    }

    String failure(Half.Failures failure) {
        String word = texts.get("failure." + failure.kind());
        return failure.status() == 0 ? word : word + " (HTTP " + failure.status() + ")";
    }

    String cost(Cost.Item item) {
        String key = "report.cost." + item.name();
        return texts.has(key) ? texts.get(key) : Visible.text(item.name());
    }

    String quantity(Cost.Item item) {
        if (item.quantity() == null) {
            return unknown();
        }
        String key = "report.unit." + item.unit().replace(' ', '-');
        return figures.significant(item.quantity(), 4) + " "
                + (texts.has(key) ? texts.get(key) : Visible.text(item.unit()));
    }

    /** The name of a figure of a comparison. */
    String figure(String id) {
        int point = id.indexOf('.');
        return point < 0
                ? texts.get("report.figure." + id)
                : texts.get("report.figure.of", texts.get("report.figure." + id.substring(0, point)),
                        texts.get("report.column." + id.substring(point + 1)));
    }

    String measure(Comparison.Difference of, @Nullable Double value) {
        if (value == null) {
            return unknown();
        }
        return switch (Measure.Unit.valueOf(of.unit())) {
            case COUNT -> figures.count(Math.round(value));
            case PER_SECOND -> figures.number(value);
            case MILLIS -> tenths(value);
            case MONEY -> figures.significant(value, 3);
        };
    }

    String difference(Comparison.Difference of) {
        Double difference = of.difference();
        return difference == null ? unknown() : (difference > 0 ? "+" : "") + measure(of, difference);
    }

    String ratio(Comparison.Difference of) {
        Double ratio = of.ratio();
        return ratio == null ? "–" : figures.significant(ratio, 3) + " ×";
    }
}
