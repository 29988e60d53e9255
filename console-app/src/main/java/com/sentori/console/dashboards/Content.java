package com.sentori.console.dashboards;

import com.sentori.console.sources.Line;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a panel shows, ready to be drawn or written: every number as it is and as people read it. */
public sealed interface Content {

    /**
     * Lines over time.
     *
     * @param curves from back to front
     * @param limits that are drawn with them
     * @param legend whether their names are listed
     * @param calculations names of the figures that the list has of each
     */
    record Curves(List<Curve> curves, List<Limit> limits, boolean legend, List<String> calculations)
            implements
                Content {
        /** Takes copies. */
        public Curves {
            curves = List.copyOf(curves);
            limits = List.copyOf(limits);
            calculations = List.copyOf(calculations);
        }
    }

    /**
     * A line.
     *
     * @param label its name
     * @param source the points as their source gave them
     * @param unit in which it is drawn
     * @param size how much one of that unit is, in the source's own values
     * @param colour its place in the palette
     * @param from least value of its axis, in the source's own values; null for that of the data
     * @param to the greatest; null for that of the data
     * @param figures of the list, written
     * @param drawn what is drawn, in the source's own values: other than its own where lines are stacked
     */
    record Curve(String label, Line source, String unit, double size, int colour, @Nullable Double from,
            @Nullable Double to, List<String> figures, Line drawn) {}

    /**
     * A threshold of a chart.
     *
     * @param value in the unit
     * @param unit whose axis it is for
     * @param above whether it is above that values have the tone
     */
    record Limit(double value, String unit, Tone tone, boolean above) {}

    /**
     * Single figures.
     *
     * @param form how they are drawn
     * @param figures in their order
     */
    record Figures(Form form, List<Figure> figures) implements Content {
        /** How they are drawn. */
        public enum Form {
            /** As large numbers. */
            STAT,
            /** Each on a dial. */
            GAUGE,
            /** Each as a bar. */
            BARS
        }

        /** Takes a copy. */
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure.
     *
     * @param label what it is called; empty where the panel's title says it
     * @param value NaN for none
     * @param text of the value
     * @param tone of the value
     * @param share where it lies between the least and the greatest, 0 to 1
     * @param least as it is read
     * @param greatest as it is read
     * @param marks where thresholds begin, as shares, with what they mean
     * @param course the points that it was made of; empty where they are not to be shown
     */
    record Figure(String label, double value, String text, Tone tone, double share, String least, String greatest,
            List<Mark> marks, List<Line> course) {}

    /** Where a threshold begins, as a share from 0 to 1. */
    record Mark(double at, Tone tone) {}

    /**
     * Rows.
     *
     * @param columns their names
     * @param rows as many cells as there are columns
     */
    record Table(List<Column> columns, List<List<Cell>> rows) implements Content {
        /** Takes copies. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A column. */
    record Column(String name, boolean number) {}

    /**
     * A cell.
     *
     * @param text as people read it
     * @param value the number; NaN for none
     */
    record Cell(String text, double value, Tone tone) {}

    /**
     * Entries of logs.
     *
     * @param entries in their order
     * @param times whether their times are to be seen
     * @param wrapped whether a message is broken into lines
     * @param details whether the fields of a chosen entry are shown
     */
    record Logs(List<Entry> entries, boolean times, boolean wrapped, boolean details) implements Content {
        /** Takes a copy. */
        public Logs {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry.
     *
     * @param at when it happened; null where the query does not tell
     * @param time of that, as it is read; empty for none
     * @param level in capitals; empty where none is found
     * @param tone of the level
     * @param message what is shown in one line
     * @param fields all that the query tells of it, in its order
     */
    record Entry(@Nullable Instant at, String time, String level, Tone tone, String message,
            Map<String, String> fields) {
        /** Takes a copy. */
        public Entry {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A text. */
    record Prose(List<Block> blocks) implements Content {
        /** Takes a copy. */
        public Prose {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A paragraph, or the like.
     *
     * @param level of a heading from 1, or of a list's item from 1
     */
    record Block(Kind kind, int level, List<Words> words) {
        /** What it is. */
        public enum Kind {
            /** Of its level. */
            HEADING,
            /** Running text. */
            PARAGRAPH,
            /** Of a list; its mark is in the words. */
            ITEM,
            /** As it was typed. */
            CODE
        }
    }

    /**
     * Some words.
     *
     * @param target of a link, on the web; else empty
     */
    record Words(String text, Look look, String target) {
        /** How they look. */
        public enum Look {
            /** As the rest. */
            PLAIN,
            /** Strong. */
            STRONG,
            /** Emphasised. */
            EMPHASIS,
            /** Code. */
            CODE,
            /** A link. */
            LINK
        }
    }

    /** The source has nothing for this time. */
    record Nothing() implements Content {}

    /**
     * It cannot be drawn.
     *
     * @param reason why
     * @param what the type of panel, source or transformation, or the source's own words
     */
    record Undrawn(Reason reason, String what) implements Content {
        /** Why. */
        public enum Reason {
            /** The type of panel is not known here. */
            PANEL,
            /** The kind of source is not known here. */
            SOURCE,
            /** What is to be done with the answers is not known here. */
            TRANSFORMATION,
            /** No such source is known for the backend, and its own API does not have it. */
            NOT_KNOWN,
            /** The source does not answer, and the backend's own API does not have it. */
            UNREACHABLE,
            /** The source refuses it. */
            REFUSED
        }
    }
}
