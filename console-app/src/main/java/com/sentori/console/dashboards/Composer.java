package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Content.Undrawn;
import com.sentori.console.secrets.Redaction;
import com.sentori.console.sources.LogRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes what a panel shows of the answers to its queries. */
final class Composer {
    private static final String TEXT = "text";
    private static final Set<String> DRAWN = Set.of("timeseries", "graph", "stat", "gauge", "bargauge", "table",
            "table-old", LogEntries.TYPE, TEXT, Panel.ROW);
    /** They change nothing where each query has its own lines. */
    private static final Set<String> EVERYWHERE = Set.of("renameByRegex", "merge");

    private final Curves curves;
    private final SingleFigures figures;
    private final Tables tables;
    private final LogEntries entries;

    Composer(Wording wording) {
        curves = new Curves(wording);
        figures = new SingleFigures(wording);
        Redaction redaction = Redaction.ofThisProcess();
        tables = new Tables(wording, redaction);
        entries = new LogEntries(wording, redaction);
    }

    /** Why the panel cannot be drawn, whatever the answers are. */
    static Optional<Undrawn> refusal(Panel panel) {
        if (!DRAWN.contains(panel.type())) {
            return Optional.of(new Undrawn(Undrawn.Reason.PANEL, panel.type()));
        }
        Set<String> known = transformations(panel);
        return panel.transformations()
                .stream()
                .filter(each -> !known.contains(each.id()))
                .findFirst()
                .map(each -> new Undrawn(Undrawn.Reason.TRANSFORMATION, each.id()));
    }

    private static Set<String> transformations(Panel panel) {
        if (panel.type().equals(LogEntries.TYPE)) {
            return Set.of();
        }
        boolean rows = panel.targets().stream().anyMatch(Target.CloudWatchLogs.class::isInstance);
        return !isTable(panel) ? EVERYWHERE : rows ? Tables.OF_ROWS : Tables.TRANSFORMATIONS;
    }

    private static boolean isTable(Panel panel) {
        return panel.type().startsWith("table");
    }

    /** Whether it can show what logs answer. */
    static boolean showsRows(Panel panel) {
        return isTable(panel) || panel.type().equals(LogEntries.TYPE);
    }

    /** Whether it shows words of its own, and asks nobody. */
    static boolean isSilent(Panel panel) {
        return panel.isRow() || panel.type().equals(TEXT);
    }

    /** The words of a panel that has its own. */
    static Content prose(Panel panel, Interpolation names) {
        String text = names.text(panel.options().path("content").asString(""), Interpolation.Place.TEXT);
        return new Content.Prose(panel.options().path("mode").asString("markdown").equals("code")
                ? List.of(new Content.Block(Content.Block.Kind.CODE, 0,
                        List.of(new Content.Words(text, Content.Words.Look.CODE, ""))))
                : Markdown.read(text));
    }

    /** Of the answers to all its queries. */
    Content of(Panel panel, List<Answer> answers) {
        List<Series> all = Series.of(panel, answers);
        List<LogRow> rows = answers.stream().flatMap(each -> each.rows().stream()).toList();
        return switch (panel.type()) {
            case "stat", "gauge", "bargauge" -> figures.of(panel, all);
            case "table", "table-old" -> tables.of(panel, all, rows);
            case LogEntries.TYPE -> entries.of(panel, rows);
            default -> curves.of(panel, all);
        };
    }
}
