package com.sentori.contract.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.util.Locale;
import java.util.regex.Pattern;

/** The id of a run: a UUID, in lower case. */
public final class RunId {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RunId() {}

    /** Whether a text could be the id of a run. */
    public static boolean isWellFormed(String text) {
        return UUID.matcher(text.toLowerCase(Locale.ROOT)).matches();
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
