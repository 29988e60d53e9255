package com.sentori.console.twins;

import com.sentori.console.feed.Standing;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Faults;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Latencies.Percentiles;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

/**
 * The comparison of the two halves of a twin run, as rows of text. FX thread; what is counted is read elsewhere, because the histograms are long and shared with
 * those who write them to disk.
 */
public final class TwinsModel {
    private static final String NONE = "–";
    private static final Map<String, ToDoubleFunction<Percentiles>> FIGURES = figuresInOrder();

    private final Half left;
    private final Half right;
    private final LineUp lineUp;
    private final Actions actions;
    private final Texts texts;
    private final Figures figures;
    private final Pace leftPace;
    private final Pace rightPace;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private boolean counting;

    /** Of these halves. */
    public TwinsModel(Half left, Half right, LineUp lineUp, Actions actions, Texts texts, Figures figures,
            Clock clock) {
        this.left = left;
        this.right = right;
        this.lineUp = lineUp;
        this.actions = actions;
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

    /** Has it looked up how the halves stand now, and shows it then. */
    public void refresh() {
        if (counting) {
            return;
        }
        counting = true;
        actions.run(() -> new Count(lineUp.result(), Driven.of(left.drive()), Driven.of(right.drive())), count -> {
            counting = false;
            show(count);
        }, fault -> {
            counting = false;
            throw new IllegalStateException(fault);
        });
    }

    private void show(Count count) {
        List<Row> now = new ArrayList<>();
        LineUp.Result result = count.result();
        now.add(counts("twins.arrived", result, LineUp.Counts::arrived));
        now.add(new Row(texts.get("twins.rate"), rate(left, leftPace, result.left()),
                rate(right, rightPace, result.right()),
                false));
        if (count.left() == null && count.right() == null) {
            now.add(new Row(texts.get("twins.undriven"), NONE, NONE, false));
        } else {
            latency(now, "twins.delay", count, Driven::delay);
            latency(now, "twins.request", count, Driven::request);
            faults(now, count);
        }
        now.add(link("twins.tries", Standing::failed));
        now.add(link("twins.lost", Standing::reconnects));
        boolean over = left.isWhole() && right.isWhole();
        now.add(new Row(texts.get("twins.both"), figures.count(result.both()), figures.count(result.both()), false));
        now.add(new Row(texts.get(over ? "twins.missing" : "twins.behind"), figures.count(result.right().alone()),
                figures.count(result.left().alone()), over && result.left().alone() + result.right().alone() > 0));
        now.add(new Row(texts.get("twins.different"), figures.count(result.different()),
                figures.count(result.different()), result.different() > 0));
        now.add(counts("twins.duplicated", result, LineUp.Counts::duplicated));
        now.add(counts("twins.reordered", result, LineUp.Counts::reordered));
        now.add(counts("twins.late", result, LineUp.Counts::late));
        if (result.uncompared() > 0) {
            String uncompared = figures.count(result.uncompared());
            now.add(new Row(texts.get("twins.uncompared"), uncompared, uncompared, true));
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private void latency(List<Row> now, String key, Count count, Function<Driven, Percentiles> which) {
        FIGURES.forEach((name, figure) -> now.add(row(texts.get(key, name), count, driven -> {
            Percentiles percentiles = which.apply(driven);
            return percentiles.count() == 0
                    ? NONE
                    : texts.get("figure.millis", figures.tenths(figure.applyAsDouble(percentiles)));
        })));
    }

    private Row row(String name, Count count, Function<Driven, String> text) {
        return new Row(name, of(count.left(), text), of(count.right(), text), false);
    }

    /** What a drive says; nobody here knows it of a half that is driven elsewhere. */
    private String of(@Nullable Driven driven, Function<Driven, String> text) {
        return driven == null ? texts.get("twins.elsewhere") : text.apply(driven);
    }

    private Row link(String key, ToLongFunction<Standing> count) {
        return new Row(texts.get(key), figures.count(count.applyAsLong(left.standing())),
                figures.count(count.applyAsLong(right.standing())), false);
    }

    private Row counts(String key, LineUp.Result result, ToLongFunction<LineUp.Counts> count) {
        return new Row(texts.get(key), figures.count(count.applyAsLong(result.left())),
                figures.count(count.applyAsLong(result.right())), false);
    }

    /** How many are stored now; of a half that is over, on average. */
    private String rate(Half half, Pace pace, LineUp.Counts counts) {
        double now = pace.at(counts.arrived());
        return figures.count(Math.round(half.isWhole() ? counts.perSecond() : now));
    }

    /** All failed requests, and those of each kind that there was. */
    private void faults(List<Row> now, Count count) {
        now.add(row(texts.get("twins.faults"), count,
                driven -> figures.count(driven.faults().values().stream().mapToLong(Long::longValue).sum())));
        Stream.of(count.left(), count.right())
                .filter(Objects::nonNull)
                .flatMap(driven -> driven.faults().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Faults.Failure::toString))
                .forEach(failure -> now.add(row(texts.get("twins.fault", words(failure)), count,
                        driven -> figures.count(driven.faults().getOrDefault(failure, 0L)))));
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

        /** Whether all of its readings were lined up, and none will come. */
        boolean isWhole();
    }

    private static Map<String, ToDoubleFunction<Percentiles>> figuresInOrder() {
        Map<String, ToDoubleFunction<Percentiles>> figures = new LinkedHashMap<>();
        figures.put("p50", Percentiles::p50);
        figures.put("p90", Percentiles::p90);
        figures.put("p95", Percentiles::p95);
        figures.put("p99", Percentiles::p99);
        figures.put("max", Percentiles::max);
        return figures;
    }

    /** What was counted, of the halves only as far as they are driven from here. */
    private record Count(LineUp.Result result, @Nullable Driven left, @Nullable Driven right) {}

    private record Driven(Percentiles delay, Percentiles request, Map<Faults.Failure, Long> faults) {
        static @Nullable Driven of(@Nullable Drive drive) {
            return drive == null
                    ? null
                    : new Driven(drive.latencies().percentiles(Latencies.Kind.DELAY),
                            drive.latencies().percentiles(Latencies.Kind.REQUEST), drive.faults());
        }
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
