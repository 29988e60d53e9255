package com.sentori.contract.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.FieldError;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants a run to end.
 *
 * @param status the final status
 * @param errorMessage kept with the run; null without
 */
public record FinishRequest(RunStatus status, @Nullable String errorMessage) {
    /** The longest text, in code points. */
    public static final int MAX_TEXT = 2_000;

    /**
     * Reads a body. Without {@code status} an {@code errorMessage} means FAILED, else COMPLETED. The
     * {@code message} of a FAILED run is its error message unless there is one.
     *
     * @throws ContractException MALFORMED_JSON or VALIDATION_FAILED
     */
    public static FinishRequest parse(byte[] body) {
        List<FieldError> errors = new ArrayList<>();
        Members members = new Members(Json.object(body), null, errors);
        String message = members.text("message", 0, MAX_TEXT);
        String error = members.text("errorMessage", 0, MAX_TEXT);
        boolean hasError = error != null && !error.isEmpty();
        RunStatus status = switch (members.text("status", 0, Integer.MAX_VALUE)) {
            case null -> hasError ? RunStatus.FAILED : RunStatus.COMPLETED;
            case "SUCCESS", "COMPLETED" -> RunStatus.COMPLETED;
            case "FAILED" -> RunStatus.FAILED;
            case "INTERRUPTED" -> RunStatus.INTERRUPTED;
            default -> {
                members.fault("status", "must be SUCCESS, COMPLETED, FAILED or INTERRUPTED");
                yield RunStatus.COMPLETED;
            }
        };
        if (!errors.isEmpty()) {
            throw ContractException.invalid(errors);
        }
        if (hasError) {
            return new FinishRequest(status, error);
        }
        return new FinishRequest(status,
                status == RunStatus.FAILED && message != null && !message.isEmpty() ? message : null);
    }

    /** The end at {@code now}. */
    public Ending endingAt(Instant now) {
        EndReason reason = switch (status) {
            case COMPLETED -> EndReason.FINISHED;
            case FAILED -> EndReason.CLIENT_FAILED;
            case INTERRUPTED -> EndReason.OPERATOR;
            case RUNNING -> throw new IllegalStateException("RUNNING is no end");
        };
        return new Ending(status, reason, now, errorMessage);
    }
}
