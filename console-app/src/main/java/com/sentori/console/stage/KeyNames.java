package com.sentori.console.stage;

import java.util.regex.Pattern;
import javafx.scene.input.KeyCombination;

/** Keys as they are called in the reader's language. */
public final class KeyNames {
    /** What JavaFX names in English on every system. */
    private static final Pattern NAMED = Pattern
            .compile("\\b(Space|Home|Delete|Enter|Escape|Shift|Left|Right|Up|Down)\\b");

    private KeyNames() {}

    /** Of a shortcut. */
    public static String of(KeyCombination keys, Texts texts) {
        return NAMED.matcher(keys.getDisplayText()).replaceAll(key -> texts.get("key." + key.group()));
    }
}
