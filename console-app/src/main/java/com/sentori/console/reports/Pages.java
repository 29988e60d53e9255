package com.sentori.console.reports;

import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.reports.Verdict.Outcome;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Latencies.Percentiles;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as people read it: the verdict first, then what broke it, then the figures. The forms for people draw what it gives. */
final class Pages {
    private final Report report;
    private final Texts texts;
    private final Wording wording;
    private final Plots plots;
    private final List<Half> halves;

    Pages(Report report, Texts texts, Figures figures, ZoneId zone) {
        this.report = report;
        this.texts = texts;
        this.wording = new Wording(texts, figures, zone);
        this.plots = new Plots(report, wording);
        this.halves = report.halves();
    }

    /** What it is about. */
    String title() {
        return texts.get(halves.size() > 1 ? "report.title.twin" : "report.title", wording.shortId(halves.getFirst()));
    }

    List<Block> blocks() {
        List<Block> all = new ArrayList<>();
        all.add(new Block.Title(title(),
                List.of(texts.get("report.made", wording.moment(report.madeAt()), wording.program(report.program())),
                        wording.zone(report.madeAt()))));
        verdict(all);
        part(all, "runs", runs());
        latencies(all);
        part(all, "quality", quality());
        note(all, "report.quality.note");
        failures(all);
        all.add(new Block.Heading(texts.get("report.part.charts")));
        plots.all().forEach(plot -> all.add(new Block.Chart(plot)));
        if (halves.stream().anyMatch(half -> half.readings().outside() > 0)) {
            note(all, "report.charts.outside");
        }
        values(all);
        comparisons(all);
        part(all, "plan", plan());
        cost(all);
        marks(all);
        return all;
    }

    /** The verdict and what broke it, in a sentence or two. */
    String verdict() {
        return texts.of("report.verdict", report.verdict().outcome()) + ". " + reason();
    }

    private String reason() {
        Verdict verdict = report.verdict();
        List<Finding> broken = verdict.findings()
                .stream()
                .filter(finding -> finding.outcome() == verdict.outcome())
                .toList();
        return verdict.outcome() == Outcome.PASSED
                ? texts.get("report.verdict.all", verdict.findings().size())
                : wording.finding(broken.getFirst()) + (broken.size() == 1
                        ? ""
                        : " " + texts.get("report.verdict.more", broken.size() - 1));
    }

    private void verdict(List<Block> all) {
        Verdict verdict = report.verdict();
        all.add(new Block.Banner(verdict.outcome(), texts.of("report.verdict", verdict.outcome()), reason()));
        List<List<String>> rows = verdict.findings()
                .stream()
                .map(finding -> List.of(wording.outcome(finding.outcome()), Visible.text(finding.backend()),
                        wording.subject(finding), wording.measured(finding),
                        finding.since() == null ? "" : wording.moment(finding.since())))
                .toList();
        all.add(new Block.Table(heads("report.column.outcome", "column.backend", "report.column.judged",
                "report.column.measured", "report.column.since"), rows, 5));
    }

    private void part(List<Block> all, String name, List<List<String>> rows) {
        all.add(new Block.Heading(texts.get("report.part." + name)));
        all.add(new Block.Table(named(""), rows, 1));
    }

    private void note(List<Block> all, String key) {
        all.add(new Block.Paragraph(texts.get(key)));
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> texts.get(key)).toList();
    }

    /** The halves' names as heads of columns. */
    private List<String> named(String first) {
        return Stream.concat(Stream.of(first), halves.stream().map(half -> Visible.text(half.backend().name())))
                .toList();
    }

    private List<String> row(String key, Function<Half, String> cell) {
        return Stream.concat(Stream.of(texts.get(key)), halves.stream().map(cell)).toList();
    }

    private List<List<String>> runs() {
        return List.of(row("report.run.id", half -> Visible.text(half.run().id())),
                row("report.run.status", half -> texts.of("status", half.run().status())),
                row("report.run.reason", wording::reason),
                row("report.run.started", half -> wording.moment(half.run().startedAt())),
                row("report.run.finished", half -> wording.moment(half.run().finishedAt())),
                row("report.run.took", wording::took),
                row("report.run.user", half -> Visible.text(half.run().user())),
                row("report.run.backend", wording::backend),
                row("report.run.store", half -> wording.text(half.backend().instanceId())),
                row("report.run.offset", wording::offset),
                row("report.run.source",
                        half -> texts.get("report.source." + half.backend().source()) + wording.unseen(half)));
    }

    private void latencies(List<Block> all) {
        all.add(new Block.Heading(texts.get("report.part.latency")));
        List<List<String>> rows = new ArrayList<>();
        for (Latencies.Kind kind : Latencies.Kind.values()) {
            for (Half half : halves) {
                rows.add(latency(kind, half.backend().name(), half.latency()));
            }
            if (halves.size() > 1) {
                rows.add(latency(kind, texts.get("report.together"), report.together()));
            }
        }
        all.add(new Block.Table(heads("report.column.length", "column.backend", "report.column.count",
                "report.column.p50", "report.column.p90", "report.column.p95", "report.column.p99",
                "report.column.p999", "report.column.max"), rows, 2));
        note(all, "report.latency.note");
    }

    private List<String> latency(Latencies.Kind kind, String name, @Nullable Latency latency) {
        Percentiles figures = latency == null ? null : latency.of(kind);
        List<String> cells = new ArrayList<>(List.of(texts.of("report.latency", kind), Visible.text(name)));
        if (figures == null || figures.count() == 0) {
            cells.addAll(List.of(wording.unknown(), "", "", "", "", "", ""));
        } else {
            cells.add(wording.count(figures.count()));
            Stream.of(figures.p50(), figures.p90(), figures.p95(), figures.p99(), figures.p999(), figures.max())
                    .map(wording::tenths)
                    .forEach(cells::add);
        }
        return cells;
    }

    private List<List<String>> quality() {
        return List.of(row("report.figure.sent", half -> wording.count(half.quality().sent())),
                row("report.figure.stored", half -> wording.count(half.quality().stored())),
                row("report.figure.missing", half -> wording.count(half.quality().missing())),
                row("report.figure.duplicated", half -> wording.count(half.quality().duplicated())),
                row("report.figure.different", half -> wording.count(half.quality().different())),
                row("report.figure.late", half -> wording.count(half.quality().late())),
                row("report.figure.perSecond", half -> wording.number(half.readings().perSecond())),
                row("report.quality.sent-digest", half -> wording.text(half.quality().sentDigest())),
                row("report.quality.stored-digest", half -> half.quality().storedDigest()),
                row("report.quality.backend-digest", this::backendDigest));
    }

    /** Who drives a run asks for it at the end. */
    private String backendDigest(Half half) {
        String told = half.quality().backendDigest();
        return told == null && half.latency() != null
                ? texts.get("report.quality.untold")
                : wording.text(told);
    }

    private void failures(List<Block> all) {
        all.add(new Block.Heading(texts.get("report.part.failures")));
        List<List<String>> rows = new ArrayList<>();
        for (Half half : halves) {
            String name = Visible.text(half.backend().name());
            if (half.failures() == null) {
                rows.add(List.of(name, wording.unknown(), ""));
            } else if (half.failures().isEmpty()) {
                rows.add(List.of(name, texts.get("report.failures.none"), wording.count(0L)));
            } else {
                half.failures()
                        .forEach(one -> rows.add(List.of(name, wording.failure(one), wording.count(one.count()))));
            }
        }
        all.add(new Block.Table(heads("column.backend", "report.column.failure", "report.column.count"), rows, 2));
    }

    private void values(List<Block> all) {
        all.add(new Block.Heading(texts.get("report.part.values")));
        List<List<String>> rows = new ArrayList<>();
        for (Half half : halves) {
            for (Half.TypeFigures type : half.types()) {
                List<String> cells = new ArrayList<>(List.of(Visible.text(type.type()),
                        Visible.text(half.backend().name()), wording.count(type.count())));
                Stream.of(type.min(), type.mean(), type.p50(), type.p95(), type.p99(), type.max())
                        .map(wording::number)
                        .forEach(cells::add);
                rows.add(cells);
            }
        }
        all.add(new Block.Table(heads("report.column.type", "column.backend", "report.column.count",
                "report.column.min", "report.column.mean", "report.column.p50", "report.column.p95",
                "report.column.p99", "report.column.max"), rows, 2));
    }

    private void comparisons(List<Block> all) {
        for (Comparison one : report.comparisons()) {
            all.add(new Block.Heading(texts.get("report.part.comparison", wording.named(one.backend(), one.runId()),
                    wording.named(one.baselineBackend(), one.baselineRunId()))));
            List<List<String>> rows = one.differences()
                    .stream()
                    .map(each -> List.of(wording.figure(each.figure()), wording.measure(each, each.value()),
                            wording.measure(each, each.baseline()), wording.difference(each), wording.ratio(each)))
                    .toList();
            all.add(new Block.Table(List.of("", Visible.text(one.backend()),
                    one.backend().equals(one.baselineBackend())
                            ? texts.get("report.column.baseline")
                            : Visible.text(one.baselineBackend()),
                    texts.get("report.column.difference"), texts.get("report.column.ratio")), rows, 1));
        }
    }

    private List<List<String>> plan() {
        return List.of(row("report.plan.sensors", half -> wording.count((long) half.plan().sensors())),
                row("report.plan.rate", half -> wording.number(half.plan().readingsPerSecond())),
                row("report.plan.duration", half -> wording.seconds(Duration.ofSeconds(half.run().durationSeconds()))),
                row("report.plan.scenario", half -> wording.text(half.plan().scenario())),
                row("report.plan.scenario-hash", half -> wording.text(half.plan().scenarioHash())),
                row("report.plan.hash", half -> wording.text(half.plan().configurationHash())),
                row("report.plan.seed",
                        half -> half.plan().seed() == null ? wording.unknown() : Long.toString(half.plan().seed())),
                row("report.plan.thresholds",
                        half -> half.plan().thresholds().isEmpty()
                                ? texts.get("report.plan.none")
                                : Visible.text(String.join(", ", half.plan().thresholds()))),
                row("report.plan.client", half -> wording.text(half.plan().client())),
                row("report.plan.session", half -> wording.text(half.plan().session())));
    }

    private void cost(List<Block> all) {
        Cost prices = halves.getFirst().cost();
        all.add(new Block.Heading(texts.get("report.part.cost")));
        List<List<String>> rows = new ArrayList<>();
        for (Half half : halves) {
            String name = Visible.text(half.backend().name());
            for (Cost.Item item : half.cost().items()) {
                rows.add(List.of(name, wording.cost(item), texts.of("report.basis", item.basis()),
                        wording.quantity(item), wording.money(item.amount(), half.cost().currency())));
            }
            rows.add(List.of(name, texts.get("report.cost.total"), "", "",
                    wording.money(half.cost().total(), half.cost().currency())));
        }
        all.add(new Block.Table(heads("column.backend", "report.column.item", "report.column.basis",
                "report.column.quantity", "report.column.amount"), rows, 3));
        all.add(new Block.Paragraph(
                texts.get("report.cost.note", Visible.text(wording.figures().day(prices.priceDate())),
                        Visible.text(prices.region()))));
    }

    private void marks(List<Block> all) {
        if (!report.marks().isEmpty()) {
            all.add(new Block.Heading(texts.get("report.part.marks")));
            all.add(new Block.Table(heads("report.column.time", "report.column.note"),
                    report.marks()
                            .stream()
                            .map(mark -> List.of(wording.moment(mark.time()), Visible.text(mark.text())))
                            .toList(),
                    2));
        }
    }
}
