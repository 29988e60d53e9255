package com.sentori.console.cli;

import com.sentori.console.backends.BackendException;
import com.sentori.console.reports.Verdict;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.signin.SignInException;
import com.sentori.console.terraform.EnvironmentException;
import com.sentori.console.terraform.TerraformException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;

/** What the exit codes mean; scripts depend on them. */
final class Exit {
    static final int PASSED = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int NOT_AUTHORISED = 3;
    static final int CONFLICT = 4;
    static final int UNREACHABLE = 5;
    /** What was waited for did not come within the time that was given. */
    static final int TIMED_OUT = 6;
    /** A run could not be checked, or something of it is not known. */
    static final int NO_VERDICT = 97;
    static final int CHECK_FAILED = 99;
    static final int INTERRUPTED = 105;

    private Exit() {}

    static int of(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> PASSED;
            case NO_VERDICT -> NO_VERDICT;
            case FAILED -> CHECK_FAILED;
        };
    }

    static int of(Exception fault) {
        return switch (fault) {
            case BackendException e when e.kind() == BackendException.Kind.REFUSED -> switch (e.status()) {
                case 400 -> USAGE;
                case 401, 403 -> NOT_AUTHORISED;
                default -> CONFLICT;
            };
            case BackendException _ -> UNREACHABLE;
            case SignInException e -> switch (e.kind()) {
                case UNREACHABLE -> UNREACHABLE;
                case NOT_OFFERED -> CONFLICT;
                case DENIED -> NOT_AUTHORISED;
                case EXPIRED -> TIMED_OUT;
            };
            case TerraformException e -> switch (e.kind()) {
                case NO_PROGRAM, FAILED, TOO_LARGE -> INTERNAL;
                case NO_STACK, LOCKED, BUSY, STALE, CHANGED, PROTECTED, NO_PLAN -> CONFLICT;
                case READ_ONLY -> NOT_AUTHORISED;
                case UNCONFIRMED -> USAGE;
                case INTERRUPTED -> INTERRUPTED;
            };
            case EnvironmentException e -> e.why() == EnvironmentException.Why.UNKNOWN ? CONFLICT : USAGE;
            case IllegalArgumentException _ -> USAGE;
            case ScenarioException _ -> USAGE;
            case TimeoutException _ -> TIMED_OUT;
            case InterruptedException _,InterruptedIOException _ -> INTERRUPTED;
            case IOException _ -> INTERNAL;
            default -> INTERNAL;
        };
    }
}
