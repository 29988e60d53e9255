package com.sentori.contract.errors;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of an error, RFC 9457, with {@code code}, {@code error} and {@code message} for the clients
 * that read those.
 *
 * @param type a URI of the kind of problem: {@code about:blank}, the code tells more
 * @param title the code's title
 * @param status the HTTP status
 * @param detail one sentence for people
 * @param code an {@link ErrorCode} by name; a newer server may send one that this enum lacks
 * @param error the same as {@code code}
 * @param message the same as {@code detail}
 * @param errors faults by field, absent where none apply
 * @param members further members, such as {@code currentRunning} of the run limit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, String error, String message,
        @Nullable List<FieldError> errors, @JsonAnyGetter @JsonAnySetter Map<String, Object> members) {
    /** The document of a refusal. */
    public static Problem of(ContractException refusal) {
        ErrorCode code = refusal.code();
        return new Problem("about:blank", code.title(), code.status(), refusal.sentence(), code.name(), code.name(),
                refusal.sentence(), refusal.errors(), refusal.members());
    }
}
