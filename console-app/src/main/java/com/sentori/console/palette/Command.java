package com.sentori.console.palette;

import com.sentori.console.stage.KeyNames;
import com.sentori.console.stage.Texts;
import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can do.
 *
 * @param text the key of its name
 * @param what a person's own word in its name; empty for none
 * @param scope where it counts
 * @param keys its shortcuts, the one that is shown first; none for one that has none
 * @param act does it from whichever screen is shown: it shows its own first. Whether it could be done
 */
public record Command(String text, String what, Scope scope, List<KeyCombination> keys, Act act) {
    /** Keeps its own copy. */
    public Command {
        keys = List.copyOf(keys);
    }

    /** With nobody's own word in its name. */
    public Command(String text, Scope scope, List<KeyCombination> keys, Act act) {
        this(text, "", scope, keys, act);
    }

    /** Does what a command says. FX thread. */
    public interface Act {
        /** Whether it could be done. */
        boolean now();
    }

    /** What it does, in words. */
    public String name(Texts texts) {
        return what.isEmpty() ? plain(texts.get(text)) : texts.get(text, what);
    }

    /** Its shortcut as it is shown; empty without one. */
    public String shortcut(Texts texts) {
        return keys.isEmpty() ? "" : KeyNames.of(keys.getFirst(), texts);
    }

    /** A text of the window without the mark of its underlined letter. */
    static String plain(String text) {
        return text.replace("_", "");
    }
}
