package com.sentori.console.live;

import com.sentori.console.alarms.Raised;
import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartAction;
import com.sentori.console.charts.ChartFile;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartSeries;
import com.sentori.console.charts.ChartTexts;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.charts.Provenance;
import com.sentori.console.charts.SeriesTable;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.series.Series;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.stage.WrapBox;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One half of the run: who has it and how it stands, its chart, and its check. */
final class HalfPane extends VBox {
    /** What it shows is old, and stays on the screen. */
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final LiveHalf half;
    private final List<String> sensors;
    private final Texts texts;
    private final Figures figures;
    private final LimitWording limits;
    private final RunWording wording;
    private final NoteWording notes;
    private final CheckWording checks;
    private final FontIcon stateIcon = new FontIcon("fth-play-circle");
    private final Label state = new Label("", stateIcon);
    private final Label counts = new Label();
    private final Label stored = verdict();
    private final Label alarmed = verdict();
    private final Label noted = verdict();
    private final Freshness freshness;
    private final LiveChart chart;
    private @Nullable SeriesTable table;
    private final Clock clock;
    private final Supplier<List<Annotation>> others;
    private List<Annotation> marks = List.of();
    private final Set<String> lines = new HashSet<>();
    private int drawn;
    private boolean over;

    /** Of a half of a run with these sensors; its chart is linked with that of the other half, and both show their tables or none. */
    HalfPane(LiveHalf half, List<String> sensors, Texts texts, Figures figures, Clock clock, ChartLink link,
            BooleanProperty tables, Consumer<ChartFile> saver, Supplier<List<Annotation>> others) {
        this.others = others;
        this.clock = clock;
        this.freshness = new Freshness(half, texts, figures);
        this.half = half;
        this.sensors = sensors;
        this.texts = texts;
        this.figures = figures;
        this.limits = new LimitWording(texts, figures);
        this.wording = new RunWording(texts);
        this.notes = new NoteWording(texts, figures);
        this.checks = new CheckWording(texts, figures);
        Label name = new Label(half.name());
        name.getStyleClass().add("strong");
        counts.getStyleClass().addAll("number", "counts");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        WrapBox head = new WrapBox(name, state, gap, counts);
        head.getStyleClass().add("half-head");
        chart = new LiveChart(new ChartTexts(texts.bundle(), texts.locale()), link);
        chart.setDescription(texts.get("live.chart", half.name()));
        chart.setExports(this::provenance, saver);
        chart.setTableSwitch(() -> tables.set(!tables.get()));
        chart.setNote(_ -> note());
        VBox.setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("half");
        getChildren().setAll(head, freshness, chart, stored, alarmed, noted);
        refresh();
    }

    /** What has no say about widths, as what is divided, gets to know what is needed for the width that there is. */
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }

    /** Shows the chart's table below it, which is made when it is wanted for the first time; or hides it. */
    void showTable(boolean shown) {
        SeriesTable made = table;
        if (made == null && shown) {
            made = new SeriesTable(chart);
            getChildren().add(getChildren().indexOf(chart) + 1, made);
            table = made;
        }
        if (made != null) {
            made.setVisible(shown);
            made.setManaged(shown);
        }
    }

    /** Does an action on its chart. */
    void run(ChartAction action) {
        chart.run(action);
    }

    /** Does on its chart what a key means. */
    void handle(KeyEvent event) {
        chart.handle(event);
    }

    /** Lets these lines stand out; none for all alike. */
    void highlight(Set<String> wanted) {
        chart.highlight(wanted);
    }

    Color colourOf(int sensor) {
        return chart.colourOf(sensor);
    }

    void refresh() {
        LiveHalf.State now = half.state();
        over = now.over();
        show(now);
        freshness.refresh(now);
        chart.pseudoClassStateChanged(OLD, half.isStale());
        chart.setEmptyText(texts.get(half.newest() == Series.NONE ? "live.waiting" : "live.elsewhen"));
        counts.setText(now.isDriven()
                ? texts.get("live.counts.driven", figures.count(now.sent()), figures.count(now.stored()),
                        figures.age(now.late()))
                : texts.get("live.counts", figures.count(now.stored())));
        Drive drive = half.drive();
        RunCheck check = now.check();
        show(stored, check == null ? "" : checks.of(check), now.passed() ? "good" : "bad");
        digests(check == null ? "" : checks.digests(check));
        show(alarmed, words(half.broken()), "bad");
        show(noted, drive == null || !over ? "" : notes.of(drive.progress().notes()), "warn");
        if (half.known().size() != drawn) {
            drawLines();
        }
        mark(now.run());
    }

    private void mark(Run run) {
        List<Annotation> now = new ArrayList<>();
        now.add(mark("live.mark.started", half.ours(run.startedAt())));
        if (run.finishedAt() != null) {
            now.add(mark("live.mark.ended", half.ours(run.finishedAt())));
        }
        half.marks().forEach(each -> now.add(mark(each)));
        half.raised().forEach(each -> now.add(mark(each)));
        now.addAll(others.get());
        if (!now.equals(marks)) {
            marks = now;
            chart.setAnnotations(marks);
        }
    }

    private Annotation mark(String what, Instant when) {
        return new Annotation(what, when.toEpochMilli(), texts.get(what), Annotation.Kind.AUTOMATIC);
    }

    private Annotation mark(LinkMarks.Mark mark) {
        String text = texts.get("live.mark." + mark.kind(), figures.count(mark.fetched()));
        return new Annotation(mark.kind() + "-" + mark.time(), mark.time(), text, Annotation.Kind.AUTOMATIC);
    }

    private Annotation mark(Raised alarm) {
        long time = alarm.at().toEpochMilli();
        return new Annotation("alarm-" + alarm.key().rule() + "-" + alarm.key().sensor() + "-" + time, time,
                texts.get("live.mark.alarm." + alarm.severity(), alarm.rule().name()), Annotation.Kind.AUTOMATIC);
    }

    private Provenance provenance() {
        return new Provenance(List.of(new Provenance.Fact(texts.get("live.origin.backend"), half.name()),
                new Provenance.Fact(texts.get("live.origin.run"), half.run().id())));
    }

    private void drawLines() {
        List<Series> all = List.copyOf(half.known().all());
        drawn = all.size();
        // A sensor that is hidden stays so when readings of another type come from it.
        all.stream()
                .map(Series::key)
                .filter(key -> lines.add(LiveRun.line(key)) && chart.link().hidden().contains(key.sensorId()))
                .forEach(key -> chart.link().hidden().add(LiveRun.line(key)));
        chart.setSeries(all.stream()
                .map(this::line)
                .sorted(Comparator.comparingInt(ChartSeries::colour).thenComparing(ChartSeries::id))
                .toList());
    }

    private ChartSeries line(Series series) {
        SeriesKey key = series.key();
        String id = LiveRun.line(key);
        int announced = sensors.indexOf(key.sensorId());
        return new ChartSeries(id, id, key.type(), new ShownSeries(half, series, texts, clock),
                announced < 0 ? sensors.size() : announced);
    }

    /** The age that can be proven, not one by the clock of whoever took the reading. */
    private String note() {
        Duration age = over ? null : half.age();
        return age == null ? "" : texts.get("live.age", figures.age(age));
    }

    private void show(LiveHalf.State now) {
        Run run = now.run();
        if (now.troubled()) {
            badge(texts.get(now.isDriven() ? "live.troubled" : "live.silent"), "fth-alert-triangle", "warn");
            return;
        }
        String words = run.isRunning() && now.phase() != null
                ? texts.of("phase", now.phase())
                : String.join(" · ", wording.parts(run));
        badge(words, RunWording.icon(run.status()), RunWording.style(run.status()));
    }

    private void badge(String words, String icon, String style) {
        state.setText(words);
        stateIcon.setIconLiteral(icon);
        state.getStyleClass().setAll("label", "standing", style);
    }

    private static Label verdict() {
        Label line = new Label("", new FontIcon("fth-info"));
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private static void show(Label line, String words, String style) {
        line.setVisible(!words.isEmpty());
        line.setManaged(line.isVisible());
        line.setText(words);
        ((FontIcon) line.getGraphic()).setIconLiteral(switch (style) {
            case "good" -> "fth-check-circle";
            case "bad" -> "fth-x-octagon";
            default -> "fth-alert-triangle";
        });
        line.getStyleClass().setAll("label", "verdict", style);
    }

    private String words(List<Raised> broken) {
        return broken.isEmpty()
                ? ""
                : texts.get("live.broken", broken.size(), broken.getFirst().rule().name(),
                        limits.raised(broken.getFirst()), figures.time(broken.getFirst().at()));
    }

    private void digests(String both) {
        if (!both.equals(stored.getAccessibleHelp())) {
            stored.setAccessibleHelp(both);
            stored.setTooltip(both.isEmpty() ? null : new Tooltip(both));
        }
    }
}
