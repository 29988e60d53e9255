package com.sentori.contract.pages;

import com.sentori.contract.errors.ContractException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The {@code limit} of one kind of page.
 *
 * @param standard items where the caller does not say
 * @param max the most; more is clamped
 */
public record PageSize(int standard, int max) {
    /** Runs, newest first. */
    public static final PageSize RUNS = new PageSize(20, 100);
    /** All runs at once. */
    public static final PageSize ALL_RUNS = new PageSize(1_000, 1_000);
    /** Readings by search. */
    public static final PageSize SEARCH = new PageSize(100, 1_000);
    /** The live tail. */
    public static final PageSize TAIL = new PageSize(1_000, 10_000);

    /** Bytes of JSON after which a page ends. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /**
     * Reads the parameter.
     *
     * @throws ContractException VALIDATION_FAILED if it is below 1 or not a whole number
     */
    public int of(@Nullable String parameter) {
        return of("limit", parameter);
    }

    /**
     * The same of a parameter of another name.
     *
     * @throws ContractException VALIDATION_FAILED if it is below 1 or not a whole number
     */
    public int of(String name, @Nullable String parameter) {
        if (parameter == null) {
            return standard;
        }
        if (parameter.matches("[0-9]{1,1000}")) {
            BigInteger value = new BigInteger(parameter);
            if (value.signum() > 0) {
                return value.min(BigInteger.valueOf(max)).intValue();
            }
        }
        throw ContractException.invalid(name, "must be a whole number from 1 to " + max);
    }
}
