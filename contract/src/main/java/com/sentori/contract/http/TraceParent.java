package com.sentori.contract.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context, by which a request is found in the logs of all who took part. */
public final class TraceParent {
    /** Version ff is forbidden; a version after 00 may have more behind a dash. */
    private static final Pattern FORM = Pattern
            .compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    private TraceParent() {}

    /** The id of the caller's trace; null without a valid header. */
    public static @Nullable String traceId(@Nullable String header) {
        if (header == null || header.length() < 55 || (header.startsWith("00") && header.length() > 55)) {
            return null;
        }
        Matcher form = FORM.matcher(header);
        return form.matches() && !isZero(form.group(1)) && !isZero(form.group(2)) ? form.group(1) : null;
    }

    private static boolean isZero(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }
}
