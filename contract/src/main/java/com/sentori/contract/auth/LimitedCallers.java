package com.sentori.contract.auth;

import com.sentori.contract.errors.ContractException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Callers that may call so often and no more, each user by itself. Each server counts for itself. Where users need not
 * prove who they are, it keeps apart those who mean well.
 */
public final class LimitedCallers implements Callers {
    /** Users that are remembered; who is forgotten begins anew. */
    static final int MOST_USERS = 10_000;
    /** What a user has not called may be called at once, as a page does that opens. */
    private static final int SECONDS_SAVED = 10;

    private final Callers callers;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_USERS;
        }
    };

    LimitedCallers(Callers callers, int perSecond, LongSupplier nanos) {
        this.callers = callers;
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /**
     * These callers, each allowed so many calls a second, and those of ten seconds at once.
     *
     * @param perSecond 0 for any number
     * @throws IllegalArgumentException with a sentence for the operator if it is negative
     */
    public static Callers of(Callers callers, int perSecond) {
        if (perSecond < 0) {
            throw new IllegalArgumentException(
                    "The rate limit is a number of calls a second, or 0 for none, not " + perSecond + ".");
        }
        return perSecond == 0 ? callers : new LimitedCallers(callers, perSecond, System::nanoTime);
    }

    @Override
    public Caller identify(@Nullable String authorization, @Nullable String user) {
        Caller caller = callers.identify(authorization, user);
        double due = take(caller.user());
        if (due > 0) {
            throw ContractException.rateLimited(Duration.ofSeconds((long) Math.ceil(due)));
        }
        return caller;
    }

    /** Takes one call off the user's allowance; else the seconds until there is one. */
    private synchronized double take(String user) {
        long now = nanos.getAsLong();
        double most = perSecond * SECONDS_SAVED;
        Allowance before = allowances.getOrDefault(user, new Allowance(most, now));
        double calls = Math.min(most, before.calls + (now - before.at) / 1e9 * perSecond);
        allowances.put(user, new Allowance(calls >= 1 ? calls - 1 : calls, now));
        return calls >= 1 ? 0 : (1 - calls) / perSecond;
    }

    private record Allowance(double calls, long at) {}
}
