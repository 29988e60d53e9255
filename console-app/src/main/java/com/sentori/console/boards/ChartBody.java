package com.sentori.console.boards;

import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartFile;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartSeries;
import com.sentori.console.charts.ChartTexts;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.charts.Provenance;
import com.sentori.console.charts.SeriesTable;
import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Content.Curve;
import com.sentori.console.dashboards.Content.Curves;
import com.sentori.console.dashboards.Content.Limit;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.dashboards.Tone;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Threshold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lines over time, with the list of their names below them or, where somebody wants it, their table. */
final class ChartBody implements PanelPane.Body {
    /** A tail without points is a gap when it is so many steps long: the newest one is not there before its time is over. */
    private static final double PATIENCE = 2.5;
    private static final String INCOMPLETE = "incomplete";

    private final Texts texts;
    private final Figures figures;
    private final LiveChart chart;
    private final Legend legend;
    private final VBox box;
    private @Nullable SeriesTable table;
    private @Nullable Shown shown;

    ChartBody(Texts texts, Figures figures, ChartLink link, Consumer<ChartFile> saver) {
        this.texts = texts;
        this.figures = figures;
        chart = new LiveChart(new ChartTexts(texts.bundle(), texts.locale()), link);
        legend = new Legend(chart);
        chart.setExports(this::provenance, saver);
        chart.setTableSwitch(this::switchTable);
        chart.setNote(this::note);
        VBox.setVgrow(chart, Priority.ALWAYS);
        box = new VBox(chart, legend);
        box.getStyleClass().add("board-chart");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean takes(Content content) {
        return content instanceof Curves;
    }

    @Override
    public void show(Shown now, boolean old) {
        if (!(now.content() instanceof Curves content)) {
            return;
        }
        shown = now;
        chart.setDescription(now.panel().title());
        chart.setPatience(Math.round(now.step().toMillis() * PATIENCE));
        List<ChartSeries> lines = new ArrayList<>();
        Set<String> units = new HashSet<>();
        for (int i = 0; i < content.curves().size(); i++) {
            Curve curve = content.curves().get(i);
            lines.add(new ChartSeries(Integer.toString(i), curve.label(), curve.unit(),
                    PanelSamples.of(curve, now.step().toMillis(), old), curve.colour()));
            if (units.add(curve.unit())) {
                bound(curve);
            }
        }
        chart.link().show(now.from().toEpochMilli(), now.to().toEpochMilli());
        chart.setUnit(units.size() == 1 ? units.iterator().next() : "");
        chart.setSeries(lines);
        List<Threshold> thresholds = thresholds(content.limits());
        if (!thresholds.equals(chart.link().thresholds())) {
            chart.link().thresholds().setAll(thresholds);
        }
        chart.setAnnotations(marks(now, content));
        legend.show(content);
    }

    private void bound(Curve curve) {
        Double from = curve.from();
        Double to = curve.to();
        if (from != null || to != null) {
            chart.link()
                    .bound(curve.unit(), from == null ? Double.NaN : from / curve.size(),
                            to == null ? Double.NaN : to / curve.size());
        }
    }

    /** What the engine can draw: from each limit on a value is to be looked at, or to be acted upon. */
    private List<Threshold> thresholds(List<Limit> limits) {
        List<Threshold> thresholds = new ArrayList<>();
        for (Limit each : limits) {
            if (each.tone() == Tone.WARN || each.tone() == Tone.BAD) {
                boolean bad = each.tone() == Tone.BAD;
                thresholds.add(new Threshold(each.unit() + each.value(), texts.get("boards.limit"), each.unit(),
                        each.above() ? Threshold.Side.ABOVE : Threshold.Side.BELOW, bad ? null : each.value(),
                        bad ? each.value() : null, 0));
            }
        }
        return thresholds;
    }

    /** From where on points may still change, if any of them lies there. */
    private List<Annotation> marks(Shown now, Curves content) {
        if (now.completeUntil() == null) {
            return List.of();
        }
        long until = now.completeUntil().toEpochMilli();
        long first = Long.MAX_VALUE;
        for (Curve each : content.curves()) {
            for (int i = each.source().size() - 1; i >= 0 && each.source().end(i) > until; i--) {
                first = Math.min(first, each.source().times()[i]);
            }
        }
        return first == Long.MAX_VALUE
                ? List.of()
                : List.of(new Annotation(INCOMPLETE, first, texts.get("boards.incomplete"),
                        Annotation.Kind.AUTOMATIC));
    }

    private String note(long age) {
        return age < 0 ? "" : texts.get("boards.newest", figures.age(Duration.ofMillis(age)));
    }

    private Provenance provenance() {
        Shown now = shown;
        return now == null
                ? new Provenance(List.of())
                : new Provenance(List.of(
                        new Provenance.Fact(texts.get("boards.origin"), texts.of("boards.origin", now.origin())),
                        new Provenance.Fact(texts.get("boards.step"), figures.millis(now.step()))));
    }

    private void switchTable() {
        SeriesTable made = table;
        if (made == null) {
            made = new SeriesTable(chart);
            table = made;
            box.getChildren().add(made);
        } else {
            boolean now = !made.isVisible();
            made.setVisible(now);
            made.setManaged(now);
        }
        legend.setVisible(!made.isVisible());
        legend.setManaged(!made.isVisible());
    }

    @Override
    public boolean hasDrawn() {
        return chart.isUpToDate();
    }

    @Override
    public void close() {
        chart.close();
        if (table != null) {
            table.close();
        }
    }
}
