package com.sentori.console.stage;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows what is chosen from a list, and never typed, by its words. */
public final class Words<T> extends StringConverter<T> {
    private final Function<T, String> text;

    /** By a text for each; nothing chosen has none. */
    public Words(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : text.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("chosen, never typed");
    }
}
