package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.logs.LogGroup;
import com.sentori.sandbox.logs.LogGroups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists log groups by the begin or by a part of their names, in pages. */
record DescribeLogGroups(LogGroups groups) {
    private static final String ARN = "arn:aws:logs:local:000000000000:log-group:";
    private static final int PAGE = 50;

    record Input(@Nullable String logGroupNamePrefix, @Nullable String logGroupNamePattern, @Nullable Integer limit,
            @Nullable String nextToken) {}

    record Output(List<LogGroupShape> logGroups, @Nullable String nextToken) {}

    record LogGroupShape(String logGroupName, String arn, String logGroupArn, String logGroupClass,
            long storedBytes) {}

    @Nullable
    Object call(Input input) {
        String begin = Objects.requireNonNullElse(input.logGroupNamePrefix(), "");
        String part = Objects.requireNonNullElse(input.logGroupNamePattern(), "");
        int size = Objects.requireNonNullElse(input.limit(), PAGE);
        if (size < 1 || size > PAGE) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "The limit is from 1 to " + PAGE + ".");
        }
        if (!begin.isEmpty() && !part.isEmpty()) {
            throw new Fault(Fault.Kind.INVALID_PARAMETER, "Groups are listed by prefix or by pattern, not by both.");
        }
        Token token = Token.read(input.nextToken(), List.of(begin, part));
        List<LogGroup> found = groups.all()
                .stream()
                .filter(group -> group.name().startsWith(begin) && group.name().contains(part))
                .toList();
        int from = Math.min(token.index(), found.size());
        int to = Math.min(from + size, found.size());
        return new Output(found.subList(from, to).stream().map(DescribeLogGroups::shape).toList(),
                to < found.size() ? token.at(to) : null);
    }

    private static LogGroupShape shape(LogGroup group) {
        String arn = ARN + group.name();
        try {
            return new LogGroupShape(group.name(), arn + ":*", arn, "STANDARD", group.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name in an ARN, which may end as those for policies do; a name alone is taken as it is. */
    static String name(String identifier) {
        return identifier.startsWith("arn:")
                ? identifier.replaceFirst("^arn:[^:]*:logs:[^:]*:[^:]*:log-group:", "").replaceFirst(":\\*?$", "")
                : identifier;
    }
}
