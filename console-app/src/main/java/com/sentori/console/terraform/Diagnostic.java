package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Terraform complains about, without secrets. The piece of configuration that it quotes is left out: it may hold some.
 *
 * @param severity whether it stopped something
 * @param summary in a few words
 * @param detail in sentences; may be empty
 * @param address of the resource that it is about; null without
 * @param place file and line; null without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Diagnostic(Severity severity, String summary, String detail, @Nullable String address,
        @Nullable String place) {
    /** Whether something was stopped. */
    public enum Severity {
        /** It was. */
        @JsonProperty("error")
        ERROR,
        /** It was not. */
        @JsonProperty("warning")
        WARNING
    }

    /** All of it in one paragraph. */
    public String sentence() {
        return (address == null ? "" : address + ": ") + summary + (detail.isEmpty() ? "" : ": " + detail)
                + (place == null ? "" : " (" + place + ")");
    }
}
