package com.sentori.contract.runs;

import com.sentori.contract.auth.Caller;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.Call;
import com.sentori.contract.json.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a list is to hold; every condition that is given must hold.
 *
 * @param status where they are; null for all
 * @param username who started them; null for all
 * @param from earliest start, inclusive; null without
 * @param to latest start, inclusive; null without
 */
public record RunQuery(@Nullable RunStatus status, @Nullable String username, @Nullable Instant from,
        @Nullable Instant to) {
    /** All runs. */
    public static final RunQuery ALL = new RunQuery(null, null, null, null);

    /**
     * Reads the parameters {@code status}, {@code username}, {@code from} and {@code to}.
     *
     * @throws ContractException VALIDATION_FAILED if one is invalid
     */
    public static RunQuery parse(Call call) {
        return new RunQuery(status(call.parameter("status")), username(call.parameter("username")),
                instant(call, "from"), instant(call, "to"));
    }

    /** Whether a run meets the conditions. */
    public boolean matches(Run run) {
        return (status == null || status == run.status()) && (username == null || username.equals(run.username()))
                && (from == null || !run.startedAt().isBefore(from)) && (to == null || !run.startedAt().isAfter(to));
    }

    /** Whether it asks for more than a stretch of time, so that a store may have to look at runs in vain. */
    public boolean isSelective() {
        return status != null || username != null;
    }

    private static @Nullable RunStatus status(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(RunStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ContractException.invalid("status",
                        "must be RUNNING, COMPLETED, FAILED or INTERRUPTED"));
    }

    private static @Nullable String username(@Nullable String text) {
        if (text != null && !Caller.isUser(text)) {
            throw ContractException.invalid("username", Caller.USER_RULE);
        }
        return text;
    }

    private static @Nullable Instant instant(Call call, String name) {
        String text = call.parameter(name);
        if (text == null) {
            return null;
        }
        try {
            return Timestamps.parseQuery(text);
        } catch (DateTimeException e) {
            throw ContractException.invalid(name, "must be an ISO-8601 time with an offset");
        }
    }
}
