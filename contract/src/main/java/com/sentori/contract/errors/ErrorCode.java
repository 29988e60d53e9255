package com.sentori.contract.errors;

/** The codes a refusal may carry, each with its HTTP status and a title for people. */
public enum ErrorCode {
    /** A member, parameter or header has a value that the contract does not allow. */
    VALIDATION_FAILED(400, "Invalid request"),
    /** The body is not JSON of the form that the call takes. */
    MALFORMED_JSON(400, "Malformed JSON"),
    /** A cursor is damaged or belongs to another query. */
    CURSOR_INVALID(400, "Invalid cursor"),
    /** No such route. */
    NOT_FOUND(404, "Not found"),
    /** No run has this id. */
    RUN_NOT_FOUND(404, "Run not found"),
    /** The route exists, but not for this method; {@code Allow} names those that do. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** As many runs are RUNNING as are allowed. */
    RUN_LIMIT_REACHED(409, "Run limit reached"),
    /** The run has ended. */
    RUN_NOT_RUNNING(409, "Run not running"),
    /** The body is larger than {@link com.sentori.contract.http.ApiRequest#MAX_BODY} bytes. */
    PAYLOAD_TOO_LARGE(413, "Payload too large"),
    /** The body is not declared as JSON. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** The idempotency key came before with another body. */
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
    /** The call needs a token and has none that is accepted. */
    UNAUTHENTICATED(401, "Not authenticated"),
    /** The caller is known, and may not do this. */
    FORBIDDEN(403, "Forbidden"),
    /** The page that sent this may not write here, or the host is not a name of this server. */
    ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
    /** This user calls too often; come back after {@code Retry-After} seconds. */
    RATE_LIMITED(429, "Too many calls"),
    /** The server is at its capacity; come back after {@code Retry-After} seconds. */
    OVERLOADED(503, "Overloaded"),
    /** The store does not answer; come back after {@code Retry-After} seconds. */
    STORE_UNAVAILABLE(503, "Store unavailable");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short English title for people. */
    public String title() {
        return title;
    }
}
