package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what an environment is told from others at a glance; each is a colour of the theme, and its name is never the only sign. */
public enum Tint {
    /** Nothing special. */
    @JsonProperty("grey")
    GREY,
    /** The theme's accent. */
    @JsonProperty("blue")
    BLUE,
    /** As for what is well. */
    @JsonProperty("green")
    GREEN,
    /** As for warnings. */
    @JsonProperty("amber")
    AMBER,
    /** As for danger. */
    @JsonProperty("red")
    RED
}
