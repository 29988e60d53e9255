package com.sentori.console.twins;

import com.sentori.console.feed.Standing;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Faults;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Latencies.Percentiles;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The comparison of the two halves of a twin run, as rows of text. FX thread. */
public final class TwinsModel {
    private static final String NONE = "–";

    private final Half left;
    private final Half right;
    private final LineUp lineUp;
    private final Texts texts;
    private final Figures figures;
    private final Pace leftPace;
    private final Pace rightPace;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /** Of these halves. */
    public TwinsModel(Half left, Half right, LineUp lineUp, Texts texts, Figures figures, Clock clock) {
        this.left = left;
        this.right = right;
        this.lineUp = lineUp;
        this.texts = texts;
        this.figures = figures;
        this.leftPace = new Pace(clock);
        this.rightPace = new Pace(clock);
        refresh();
    }

    /** The names of the backends, left and right. */
    List<String> names() {
        return List.of(left.name(), right.name());
    }

    /** The rows, in the order in which they are read. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** Takes over how the halves stand now. */
    public void refresh() {
        List<Row> now = new ArrayList<>();
        LineUp.Result result = lineUp.result();
        now.add(counts("twins.arrived", result, LineUp.Counts::arrived));
        now.add(new Row(texts.get("twins.rate"), rate(leftPace, result.left()), rate(rightPace, result.right()),
                false));
        if (left.drive() == null && right.drive() == null) {
            now.add(new Row(texts.get("twins.undriven"), NONE, NONE, false));
        } else {
            latency(now, "twins.delay", Latencies.Kind.DELAY);
            latency(now, "twins.request", Latencies.Kind.REQUEST);
            faults(now);
        }
        now.add(link("twins.tries", Standing::failed));
        now.add(link("twins.lost", Standing::reconnects));
        boolean over = left.isOver() && right.isOver();
        now.add(new Row(texts.get("twins.both"), figures.count(result.both()), figures.count(result.both()), false));
        now.add(new Row(texts.get(over ? "twins.missing" : "twins.behind"), figures.count(result.right().alone()),
                figures.count(result.left().alone()), over && result.left().alone() + result.right().alone() > 0));
        now.add(new Row(texts.get("twins.different"), figures.count(result.different()),
                figures.count(result.different()), result.different() > 0));
        now.add(counts("twins.duplicated", result, LineUp.Counts::duplicated));
        now.add(counts("twins.reordered", result, LineUp.Counts::reordered));
        now.add(counts("twins.late", result, LineUp.Counts::late));
        if (result.uncompared() > 0) {
            String count = figures.count(result.uncompared());
            now.add(new Row(texts.get("twins.uncompared"), count, count, true));
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private void latency(List<Row> now, String key, Latencies.Kind kind) {
        Map<String, ToDoubleFunction<Percentiles>> figuresOf = Map.of("p50", Percentiles::p50, "p90", Percentiles::p90,
                "p95", Percentiles::p95, "p99", Percentiles::p99, "max", Percentiles::max);
        for (String name : List.of("p50", "p90", "p95", "p99", "max")) {
            ToDoubleFunction<Percentiles> figure = figuresOf.getOrDefault(name, Percentiles::max);
            now.add(row(key, name, drive -> {
                Percentiles percentiles = drive.latencies().percentiles(kind);
                return percentiles.count() == 0
                        ? NONE
                        : texts.get("figure.millis", figures.tenths(figure.applyAsDouble(percentiles)));
            }));
        }
    }

    private Row row(String key, Function<Drive, String> text) {
        return new Row(texts.get(key), of(left, text), of(right, text), false);
    }

    private Row row(String key, String name, Function<Drive, String> text) {
        return new Row(texts.get(key, name), of(left, text), of(right, text), false);
    }

    /** What a drive says; nobody here knows it of a half that is driven elsewhere. */
    private String of(Half half, Function<Drive, String> text) {
        Drive drive = half.drive();
        return drive == null ? texts.get("twins.elsewhere") : text.apply(drive);
    }

    private Row link(String key, ToLongFunction<Standing> count) {
        return new Row(texts.get(key), figures.count(count.applyAsLong(left.standing())),
                figures.count(count.applyAsLong(right.standing())), false);
    }

    private Row counts(String key, LineUp.Result result, ToLongFunction<LineUp.Counts> count) {
        return new Row(texts.get(key), figures.count(count.applyAsLong(result.left())),
                figures.count(count.applyAsLong(result.right())), false);
    }

    private String rate(Pace pace, LineUp.Counts counts) {
        return figures.count(Math.round(pace.at(counts.arrived())));
    }

    /** All failed requests, and those of each kind that there was. */
    private void faults(List<Row> now) {
        now.add(row("twins.faults", drive -> figures
                .count(drive.faults().values().stream().mapToLong(Long::longValue).sum())));
        Stream.of(left, right)
                .map(Half::drive)
                .filter(Objects::nonNull)
                .flatMap(drive -> drive.faults().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Faults.Failure::toString))
                .forEach(failure -> now.add(row("twins.fault", words(failure),
                        drive -> figures.count(drive.faults().getOrDefault(failure, 0L)))));
    }

    private String words(Faults.Failure failure) {
        String kind = texts.of("failure", failure.kind());
        return failure.status() == 0 ? kind : kind + " " + failure.status();
    }

    /**
     * A row.
     *
     * @param name what is compared
     * @param left of the left backend
     * @param right of the right backend
     * @param bad whether something is wrong there
     */
    public record Row(String name, String left, String right, boolean bad) {}

    /** A half, as far as it is compared. */
    public interface Half {
        /** The backend's name. */
        String name();

        /** Its drive; null if it is driven elsewhere. */
        @Nullable
        Drive drive();

        /** How its feed stands. */
        Standing standing();

        /** Whether nothing more will come. */
        boolean isOver();
    }

    /** A rate, over the last seconds. */
    private static final class Pace {
        private static final Duration SPAN = Duration.ofSeconds(3);
        private final Clock clock;
        private long fromMillis;
        private long fromCount;
        private double rate;

        Pace(Clock clock) {
            this.clock = clock;
            this.fromMillis = clock.millis();
        }

        double at(long count) {
            long millis = clock.millis() - fromMillis;
            if (millis >= SPAN.toMillis()) {
                rate = (count - fromCount) * 1000.0 / millis;
                fromMillis += millis;
                fromCount = count;
            }
            return rate;
        }
    }
}
