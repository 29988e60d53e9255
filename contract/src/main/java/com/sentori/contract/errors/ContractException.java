package com.sentori.contract.errors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call is refused. Thrown by the contract's own rules and by a backend's stores; the request pipeline
 * turns it into the problem document. The message is for the caller: it never holds internals.
 */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The member that says after how many seconds to come back. */
    public static final String RETRY_AFTER = "retryAfter";

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    private ContractException(ErrorCode code, String message, List<FieldError> errors, Map<String, Object> members,
            Throwable cause) {
        super(message, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    @SuppressWarnings("NullAway") // Throwable takes a null cause for "none"
    private ContractException(ErrorCode code, String message, List<FieldError> errors, Map<String, Object> members) {
        this(code, message, errors, members, null);
    }

    /** A refusal with one sentence for the caller. */
    public static ContractException of(ErrorCode code, String message) {
        return new ContractException(code, message, List.of(), Map.of());
    }

    /** A refusal that carries further members, as the run limit does. */
    public static ContractException of(ErrorCode code, String message, Map<String, Object> members) {
        return new ContractException(code, message, List.of(), members);
    }

    /** One field is at fault: 400. */
    public static ContractException invalid(String field, String message) {
        return invalid(List.of(FieldError.of(field, message)));
    }

    /** Several fields are at fault: 400; the message is that of the first. */
    public static ContractException invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String where = first.index() == null ? first.field() : "reading " + first.index() + ", " + first.field();
        return new ContractException(ErrorCode.VALIDATION_FAILED, where + ": " + first.message(), errors, Map.of());
    }

    /** No run has this id: 404. */
    public static ContractException runNotFound(String id) {
        return of(ErrorCode.RUN_NOT_FOUND, "There is no run with the id " + id + ".");
    }

    /** The run has ended: 409. */
    public static ContractException runNotRunning(String id) {
        return of(ErrorCode.RUN_NOT_RUNNING, "The run " + id + " has ended.");
    }

    /** This user has called too often: 429. */
    public static ContractException rateLimited(Duration pause) {
        return of(ErrorCode.RATE_LIMITED, "You call too often: try again in " + pause.toSeconds() + " s.",
                Map.of(RETRY_AFTER, pause.toSeconds()));
    }

    /** The issuer's keys cannot be had: 503. The cause goes to the log, never to the caller. */
    public static ContractException keysUnavailable(Throwable cause) {
        return new ContractException(ErrorCode.OVERLOADED,
                "Tokens cannot be checked at the moment, because their issuer does not answer; try again.", List.of(),
                Map.of(), Objects.requireNonNull(cause));
    }

    /** The store does not answer: 503. The cause goes to the log, never to the caller. */
    public static ContractException storeUnavailable(Throwable cause) {
        return new ContractException(ErrorCode.STORE_UNAVAILABLE, "The store does not answer at the moment; try again.",
                List.of(), Map.of(), Objects.requireNonNull(cause));
    }

    /** What it is refused with. */
    public ErrorCode code() {
        return code;
    }

    /** The faults by field; empty where none apply. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Further members of the problem document. */
    public Map<String, Object> members() {
        return members;
    }

    /** The message, which a refusal always has. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
