package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Interpolation.Place;
import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.LogRows;
import com.sentori.console.sources.SourceException;
import java.util.ArrayList;
import java.util.List;

/** Asks all that a panel asks. Waits for sources. */
final class Asking {
    private final Sources sources;
    private final Interpolation names;
    private final Timing timing;

    Asking(Sources sources, Interpolation names, Timing timing) {
        this.sources = sources;
        this.names = names;
        this.timing = timing;
    }

    /** The kind of source is not known here. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown(String source) {
            super(source);
        }

        String source() {
            return String.valueOf(getMessage());
        }
    }

    /** Nobody said where the source is. */
    static final class Absent extends Exception {
        private static final long serialVersionUID = 1L;

        Absent(String source) {
            super(source);
        }

        String source() {
            return String.valueOf(getMessage());
        }
    }

    /** The answers in the order of the queries. */
    List<Answer> ask(Panel panel) throws SourceException, Unknown, Absent {
        List<Answer> answers = new ArrayList<>();
        List<Target.CloudWatch> metrics = new ArrayList<>();
        for (Target target : panel.targets()) {
            switch (target) {
                case Target.Prometheus query -> answers.add(prometheus(query));
                case Target.CloudWatch query -> metrics.add(query);
                case Target.CloudWatchLogs query -> answers.add(logs(panel, query));
                case Target.Unknown unknown -> throw new Unknown(unknown.datasource().type());
            }
        }
        if (!metrics.isEmpty()) {
            answers.addAll(cloudWatch(metrics));
        }
        return answers;
    }

    private Answer prometheus(Target.Prometheus query) throws SourceException, Absent {
        if (!sources.hasPrometheus()) {
            throw new Absent("Prometheus");
        }
        String expression = names.text(query.expression(), Place.PROMQL);
        Frame frame = sources.prometheus(query.refId(), expression, query.instant(), timing);
        return new Answer(query, expression, names.text(query.legend(), Place.TEXT), frame);
    }

    /** What is found is shown row by row; what would count it is not asked for here. */
    private Answer logs(Panel panel, Target.CloudWatchLogs query) throws SourceException, Unknown, Absent {
        if (!Composer.showsRows(panel)) {
            throw new Unknown("CloudWatch Logs");
        }
        if (!sources.hasCloudWatch()) {
            throw new Absent("CloudWatch");
        }
        String expression = names.text(query.expression(), Place.PLAIN);
        List<String> groups = names.values(query.groups());
        LogRows found = groups.isEmpty()
                ? new LogRows(List.of(), 0, false, timing.to())
                : sources.logs(groups, expression, timing);
        List<String> notes = found.partial()
                ? List.of("Only " + found.rows().size() + " of " + found.matched()
                        + " entries are shown: choose a shorter time.")
                : List.of();
        return new Answer(query, expression, "",
                new Frame(List.of(), null, found.at(), found.partial(), notes), found.rows());
    }

    private List<Answer> cloudWatch(List<Target.CloudWatch> metrics) throws SourceException, Absent {
        if (!sources.hasCloudWatch()) {
            throw new Absent("CloudWatch");
        }
        CloudWatchQueries queries = new CloudWatchQueries(names, timing);
        Frame frame = sources.cloudWatch(queries.of(metrics), timing);
        List<Answer> answers = new ArrayList<>();
        for (String id : frame.lines().stream().map(Line::query).distinct().toList()) {
            answers.add(new Answer(queries.target(id), id, "", new Frame(frame.of(id), frame.completeUntil(),
                    frame.at(), frame.partial(), frame.notes())));
        }
        if (answers.isEmpty()) {
            answers.add(new Answer(metrics.getFirst(), "", "", frame));
        }
        return answers;
    }
}
