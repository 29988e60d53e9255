package com.sentori.sandbox.cloudwatch;

/** Why a call is refused. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds, by what the service model calls them and by the code of the older protocols. */
    enum Kind {
        /** A value that cannot be. */
        INVALID_VALUE("InvalidParameterValueException", "InvalidParameterValue", 400),
        /** Something is missing. */
        MISSING("MissingRequiredParameterException", "MissingParameter", 400),
        /** Values that do not go together. */
        INVALID_COMBINATION("InvalidParameterCombinationException", "InvalidParameterCombination", 400),
        /** A token that was not given out for this call. */
        INVALID_TOKEN("InvalidNextToken", "InvalidNextToken", 400),
        /** What GetMetricData says of its queries. */
        VALIDATION("ValidationError", "ValidationError", 400),
        /** What Logs says of a parameter. */
        INVALID_PARAMETER("InvalidParameterException", "InvalidParameter", 400),
        /** A query of logs that is not understood. */
        MALFORMED_QUERY("MalformedQueryException", "MalformedQuery", 400),
        /** A log or a query that is not there. */
        NOT_FOUND("ResourceNotFoundException", "ResourceNotFound", 400),
        /** Too many at once. */
        TOO_MANY("LimitExceededException", "LimitExceeded", 400),
        /** Not readable. */
        SERIALIZATION("SerializationException", "MalformedInput", 400),
        /** An operation that is not there. */
        UNKNOWN_OPERATION("UnknownOperationException", "InvalidAction", 404),
        /** Too long. */
        TOO_LARGE("RequestEntityTooLargeException", "RequestEntityTooLarge", 413),
        /** By a web page, or under a foreign name. */
        FORBIDDEN("AccessDeniedException", "AccessDenied", 403),
        /** A fault of this program. */
        INTERNAL("InternalServiceFault", "InternalServiceError", 500);

        private final String type;
        private final String code;
        private final int status;

        Kind(String type, String code, int status) {
            this.type = type;
            this.code = code;
            this.status = status;
        }

        String type() {
            return type;
        }

        String code() {
            return code;
        }

        int status() {
            return status;
        }

        String blame() {
            return status < 500 ? "Sender" : "Receiver";
        }
    }

    private final Kind kind;

    Fault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static Fault invalid(String message) {
        return new Fault(Kind.INVALID_VALUE, message);
    }

    static Fault missing(String parameter) {
        return new Fault(Kind.MISSING, "The parameter " + parameter + " is required.");
    }

    static Fault validation(String message) {
        return new Fault(Kind.VALIDATION, message);
    }

    Kind kind() {
        return kind;
    }

    /** A sentence for the caller. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
