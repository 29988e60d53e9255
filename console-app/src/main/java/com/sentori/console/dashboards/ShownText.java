package com.sentori.console.dashboards;

import com.sentori.console.sources.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A panel in lines of text, for terminals: of a curve its newest value and what it was between. */
public final class ShownText {
    private static final int MOST_ROWS = 40;

    private ShownText() {}

    /** Its lines, without its title. */
    public static List<String> of(Shown shown, Locale locale) {
        return switch (shown.content()) {
            case Content.Curves curves -> cut(curves.curves().stream().map(each -> curve(each, locale)).toList());
            case Content.Figures figures -> cut(figures.figures().stream().map(ShownText::figure).toList());
            case Content.Table table -> cut(rows(table));
            case Content.Logs logs -> cut(logs.entries().stream().map(ShownText::entry).toList());
            case Content.Prose prose -> prose.blocks().stream().map(ShownText::block).toList();
            case Content.Nothing _ -> List.of("nothing in this time");
            case Content.Undrawn none -> List.of(switch (none.reason()) {
                case PANEL -> "cannot be drawn: panels of the type " + none.what();
                case SOURCE -> "cannot be asked from here: " + none.what();
                case TRANSFORMATION -> "cannot be done here: the transformation " + none.what();
                case NOT_KNOWN -> "no " + none.what() + " is known, and stored readings do not tell this";
                case UNREACHABLE -> none.what() + " Stored readings do not tell this.";
                case REFUSED -> none.what();
            });
        };
    }

    private static List<String> cut(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(MOST_ROWS, lines.size())));
        if (lines.size() > MOST_ROWS) {
            kept.add("… and " + (lines.size() - MOST_ROWS) + " more");
        }
        return kept;
    }

    private static String curve(Content.Curve curve, Locale locale) {
        Line line = curve.source();
        List<String> parts = new ArrayList<>();
        for (Reducer each : List.of(Reducer.LASTNOTNULL, Reducer.MIN, Reducer.MEAN, Reducer.MAX)) {
            double value = each.of(line.values()) / curve.size();
            parts.add(each.name().toLowerCase(Locale.ROOT).replace("notnull", "") + " "
                    + (Double.isNaN(value) ? "–" : Unit.of("none").text(value, null, locale)));
        }
        return curve.label() + ": " + String.join(", ", parts) + (curve.unit().isEmpty() ? "" : " " + curve.unit());
    }

    private static String figure(Content.Figure figure) {
        String tone = figure.tone() == Tone.WARN || figure.tone() == Tone.BAD
                ? " (" + figure.tone().name().toLowerCase(Locale.ROOT) + ")"
                : "";
        return (figure.label().isEmpty() ? "" : figure.label() + ": ") + figure.text() + tone;
    }

    private static String entry(Content.Entry entry) {
        return Stream.of(entry.time(), entry.level(), entry.message())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static List<String> rows(Content.Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Content.Column::name).collect(Collectors.joining(" | ")));
        table.rows()
                .forEach(row -> lines.add(row.stream().map(Content.Cell::text).collect(Collectors.joining(" | "))));
        return lines;
    }

    private static String block(Content.Block block) {
        return block.words().stream().map(Content.Words::text).collect(Collectors.joining());
    }
}
