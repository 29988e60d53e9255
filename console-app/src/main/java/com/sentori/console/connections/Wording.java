package com.sentori.console.connections;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Token;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.contract.info.Info;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What chips and screens say of a connection. */
public final class Wording {
    private final Texts texts;
    private final Figures figures;

    /** In the language of these texts. */
    public Wording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** Its state in a word or two: connected, late, lost since when. */
    public String health(Connection.State state) {
        Instant heard = state.heardAt();
        if (state.health() == Connection.Health.LOCKED) {
            return texts.of("signin.short", state.signIn());
        }
        if (state.health() == Connection.Health.LOST) {
            return heard == null
                    ? texts.get("health.LOST.never")
                    : texts.get("health.LOST", figures.time(heard));
        }
        return state.health() == Connection.Health.LATE
                ? texts.get("health.LATE", figures.age(state.age()))
                : texts.of("health", state.health());
    }

    /** Whether it lets the operator in, and if not, what to do; empty where no token is due. */
    public String signIn(Connection.State state, @Nullable Token token) {
        Instant end = token == null ? null : token.expiresAt();
        String until = end == null ? "" : figures.time(end);
        return switch (state.signIn()) {
            case NOT_DUE -> "";
            case DUE, REFUSED -> texts.of("signin", state.signIn());
            case EXPIRED -> texts.get("signin.EXPIRED", until);
            case ACCEPTED -> token == null || end == null
                    ? texts.get("signin.ACCEPTED.opaque")
                    : texts.get("signin.ACCEPTED", token.user(), until);
        };
    }

    /** The time a call takes; empty while unknown or lost. */
    public String latency(Connection.State state) {
        return state.heardAt() == null || isAway(state)
                ? ""
                : figures.millis(state.latency());
    }

    /** Its clock against ours, give or take. */
    public String offset(ClockOffset.@Nullable Offset known) {
        return known == null
                ? texts.get("offset.unknown")
                : texts.get("offset", figures.millis(known.offset()), figures.millis(known.uncertainty()));
    }

    /** How many runs of how many are running; empty while unknown or lost. */
    public String quota(Connection.State state) {
        Info info = state.info();
        return info == null || isAway(state)
                ? ""
                : texts.get("quota", state.running().size(), info.limits().maxRunning());
    }

    /** How many more runs may start; empty while unknown or lost. */
    public String room(Connection.State state) {
        Info info = state.info();
        return info == null || isAway(state)
                ? ""
                : texts.get("quota.room", Math.max(0, info.limits().maxRunning() - state.running().size()));
    }

    private static boolean isAway(Connection.State state) {
        return state.health() == Connection.Health.LOST || state.health() == Connection.Health.LOCKED;
    }

    /** Why a call to a backend did not succeed, and what to do. */
    public String fault(BackendException fault) {
        String code = fault.code();
        String key = code != null && texts.has("fault." + code) ? "fault." + code : "fault." + fault.kind().name();
        return texts.get(key, fault.backend(), Objects.requireNonNullElse(code, Integer.toString(fault.status())));
    }

    /** The same for whatever an action may have thrown. */
    public String fault(Exception fault) {
        return fault instanceof BackendException known
                ? fault(known)
                : texts.get("fault.other", String.valueOf(fault.getMessage()));
    }

    /** The icon of a state, told apart by shape. */
    public static String icon(Connection.Health health) {
        return switch (health) {
            case CONNECTING -> "fth-loader";
            case FRESH -> "fth-check-circle";
            case HELD -> "fth-pause-circle";
            case LATE -> "fth-alert-triangle";
            case LOST -> "fth-x-octagon";
            case LOCKED -> "fth-lock";
        };
    }

    /** The style class of a state. */
    public static String style(Connection.Health health) {
        return switch (health) {
            case CONNECTING -> "neutral";
            case FRESH -> "good";
            case HELD -> "neutral";
            case LATE -> "warn";
            case LOST, LOCKED -> "bad";
        };
    }
}
