package com.sentori.contract.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a run: a UUID, in lower case. */
public final class RunId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RunId() {}

    /**
     * A new id: a UUID of version 7 (RFC 9562), which begins with the time. So a store that orders by id keeps the
     * readings of one time together, and can drop those of an old one together.
     *
     * @param now start of the run
     */
    public static String next(Instant now) {
        UUID random = UUID.randomUUID();
        long timeAndVersion = now.toEpochMilli() << 16 | 0x7000;
        return new UUID(timeAndVersion | (random.getMostSignificantBits() & 0xfff), random.getLeastSignificantBits())
                .toString();
    }

    /** Whether a text could be the id of a run. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * The id in the form that stores keep.
     *
     * @throws ContractException RUN_NOT_FOUND if no run can have this id
     */
    public static String parse(String text) {
        if (!isWellFormed(text)) {
            throw ContractException.of(ErrorCode.RUN_NOT_FOUND, "There is no run with this id: it is no UUID.");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
