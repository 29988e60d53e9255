package com.sentori.console.dashboards;

import com.sentori.console.sources.Frame;
import com.sentori.console.sources.LogRow;
import java.util.List;

/**
 * What came of a query.
 *
 * @param target the query as the file has it
 * @param expression as it was asked
 * @param legend how its lines are called, with the values of variables in it
 * @param frame the answer, without lines where logs were asked
 * @param rows what logs answered
 */
record Answer(Target target, String expression, String legend, Frame frame, List<LogRow> rows) {
    /** Takes a copy. */
    Answer {
        rows = List.copyOf(rows);
    }

    /** Of a source of lines. */
    Answer(Target target, String expression, String legend, Frame frame) {
        this(target, expression, legend, frame, List.of());
    }
}
