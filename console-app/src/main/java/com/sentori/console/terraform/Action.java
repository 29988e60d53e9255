package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What becomes of a resource. */
public enum Action {
    /** It will be made. */
    @JsonProperty("create")
    CREATE,
    /** It will be changed in place. */
    @JsonProperty("update")
    UPDATE,
    /** It will be destroyed, and made anew. */
    @JsonProperty("replace")
    REPLACE,
    /** It will be destroyed. */
    @JsonProperty("destroy")
    DESTROY,
    /** It will be read. */
    @JsonProperty("read")
    READ,
    /** It will no longer be managed, and stays. */
    @JsonProperty("forget")
    FORGET,
    /** Nothing. */
    @JsonProperty("none")
    NONE;

    /** By the words of a plan's {@code actions}. */
    static Action of(List<String> words) {
        return switch (String.join(" ", words)) {
            case "create" -> CREATE;
            case "update" -> UPDATE;
            case "delete create", "create delete" -> REPLACE;
            case "delete" -> DESTROY;
            case "read" -> READ;
            case "forget" -> FORGET;
            case "create forget" -> REPLACE;
            default -> NONE;
        };
    }

    /** By the word of a line of progress. */
    static Action ofWord(String word) {
        return switch (word) {
            case "create" -> CREATE;
            case "update" -> UPDATE;
            case "replace" -> REPLACE;
            case "delete", "remove" -> DESTROY;
            case "read" -> READ;
            default -> NONE;
        };
    }

    /** Whether what there is now will be gone. */
    public boolean destroys() {
        return this == DESTROY || this == REPLACE;
    }
}
