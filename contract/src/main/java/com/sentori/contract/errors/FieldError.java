package com.sentori.contract.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fault of one field.
 *
 * @param index position of the item in a batch, from 0; null outside a batch
 * @param field the member, parameter or header
 * @param message what is wrong with it and what is allowed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable Integer index, String field, String message) {
    /** A fault outside a batch. */
    public static FieldError of(String field, String message) {
        return new FieldError(null, field, message);
    }
}
