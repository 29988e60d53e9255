package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.insights.Query;
import com.sentori.sandbox.insights.QueryFault;
import com.sentori.sandbox.insights.Searches;
import com.sentori.sandbox.logs.LogGroup;
import com.sentori.sandbox.logs.LogGroups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Begins a query of logs; times are seconds of the epoch, and both are part of what is searched. */
record StartQuery(LogGroups groups, Searches searches) {
    private static final int MAX_GROUPS = 50;
    private static final int MAX_QUERY = 10_000;
    private static final int MAX_LIMIT = 10_000;
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final String LANGUAGE = "CWLI";

    record Input(@Nullable String logGroupName, @Nullable List<String> logGroupNames,
            @Nullable List<String> logGroupIdentifiers, @Nullable Long startTime, @Nullable Long endTime,
            @Nullable String queryString, @Nullable Integer limit, @Nullable String queryLanguage) {}

    record Output(String queryId) {}

    @Nullable
    Object call(Input input) {
        if (!LANGUAGE.equals(Objects.requireNonNullElse(input.queryLanguage(), LANGUAGE))) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "The sandbox has the language " + LANGUAGE + " alone.");
        }
        String text = Objects.requireNonNullElse(input.queryString(), "");
        if (text.length() > MAX_QUERY) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "A query has at most " + MAX_QUERY + " characters.");
        }
        int limit = Objects.requireNonNullElse(input.limit(), MAX_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "The limit is from 1 to " + MAX_LIMIT + ".");
        }
        Instant from = second("startTime", input.startTime());
        Instant to = second("endTime", input.endTime());
        if (to.isBefore(from)) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "The query ends before it begins.");
        }
        return searches.start(query(text), groups(input), from, to.plusMillis(999), limit)
                .map(Output::new)
                .orElseThrow(() -> new Fault(Fault.Kind.TOO_MANY, "Too many queries are under way: wait for them."));
    }

    private static Query query(String text) {
        try {
            return Query.parse(text);
        } catch (QueryFault e) {
            throw new Fault(Fault.Kind.MALFORMED_QUERY, e.sentence());
        }
    }

    private static Instant second(String parameter, @Nullable Long second) {
        if (second == null || second < 0 || second > LAST_SECOND) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "The parameter " + parameter
                    + " is needed, in seconds of the epoch.");
        }
        return Instant.ofEpochSecond(second);
    }

    private List<LogGroup> groups(Input input) {
        List<String> names = new ArrayList<>(Shapes.orNone(input.logGroupNames()));
        if (input.logGroupName() != null) {
            names.add(input.logGroupName());
        }
        Shapes.orNone(input.logGroupIdentifiers()).forEach(each -> names.add(DescribeLogGroups.name(each)));
        if (names.isEmpty() || names.size() > MAX_GROUPS) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "A query names from 1 to " + MAX_GROUPS + " log groups.");
        }
        return names.stream()
                .distinct()
                .map(name -> groups.named(name)
                        .orElseThrow(() -> new Fault(Fault.Kind.NOT_FOUND, "There is no log group " + name + ".")))
                .toList();
    }
}
