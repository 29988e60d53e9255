package com.sentori.lambda.journal;

import com.sentori.contract.http.TraceParent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what a request is found in the logs of all who took part in it. */
final class TraceId {
    private static final Pattern X_RAY = Pattern.compile("(?:.*;)?\\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;.*)?");

    private TraceId() {}

    /**
     * The caller's own if it sent one, else X-Ray's; null without.
     *
     * @param traceparent header of W3C Trace Context
     * @param xRay trace header of Lambda
     */
    static @Nullable String of(@Nullable String traceparent, @Nullable String xRay) {
        String own = TraceParent.traceId(traceparent);
        if (own != null) {
            return own;
        }
        Matcher lambda = X_RAY.matcher(xRay == null ? "" : xRay);
        return lambda.matches() ? lambda.group(1) : null;
    }
}
