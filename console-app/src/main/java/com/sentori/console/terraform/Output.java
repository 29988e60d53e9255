package com.sentori.console.terraform;

/**
 * An output of a stack.
 *
 * @param name of it
 * @param value of it, as far as it may be shown
 */
public record Output(String name, Value value) {
    /** Its text without the quotes of JSON; empty unless it is known and a text. */
    public String text() {
        String text = value.text();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : "";
    }
}
