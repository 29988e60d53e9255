package com.sentori.console.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What can be done with a chart by keyboard, by its menu, or by a button of the screen that it is on. The first of its keys is the one that is shown. */
public enum ChartAction {
    /** Lets the picture stand still, or go on with what is new. */
    PAUSE("SPACE"),
    /** Lets the picture go on from where it stopped, faster than time. */
    CATCH_UP("Shift+SPACE"),
    /** Shows less time. */
    ZOOM_IN("PLUS", "EQUALS", "Shift+EQUALS", "ADD"),
    /** Shows more time. */
    ZOOM_OUT("MINUS", "SUBTRACT"),
    /** Shows fewer values. */
    ZOOM_IN_VALUES("Alt+PLUS", "Alt+EQUALS", "Alt+Shift+EQUALS", "Alt+ADD"),
    /** Shows more values. */
    ZOOM_OUT_VALUES("Alt+MINUS", "Alt+SUBTRACT"),
    /** Shows what was before. */
    EARLIER("LEFT"),
    /** Shows what came after. */
    LATER("RIGHT"),
    /** Shows higher values. */
    HIGHER("UP"),
    /** Shows lower values. */
    LOWER("DOWN"),
    /** Lets the axes fit the values in view. */
    FIT("F"),
    /** Shows what was shown before anyone zoomed. */
    RESET("HOME"),
    /** Takes the last zoom or movement back. */
    UNDO("Shortcut+Z"),
    /** Does it again. */
    REDO("Shortcut+Shift+Z", "Shortcut+Y"),
    /** Lets the next axis have equal ratios equally high: each alone, all, none; of the lines that stand out if any do. */
    LOGARITHM("G"),
    /** Switches between UTC and local time. */
    UTC("U"),
    /** Moves the crosshair to the sample before. */
    PREVIOUS_SAMPLE("COMMA"),
    /** Moves the crosshair to the next sample. */
    NEXT_SAMPLE("PERIOD"),
    /** Puts the cursor A to the crosshair. */
    CURSOR_A("A"),
    /** Puts the cursor B to the crosshair. */
    CURSOR_B("B"),
    /** Takes crosshair and cursors away. */
    NO_CURSORS("ESCAPE"),
    /** Notes something at the crosshair. */
    ANNOTATE("N"),
    /** Sets limits. */
    LIMITS("L"),
    /** Chooses the next note or limit. */
    NEXT_MARK("M"),
    /** Changes the chosen note or limit. */
    EDIT_MARK("ENTER"),
    /** Takes the chosen note or limit away. */
    REMOVE_MARK("DELETE", "BACK_SPACE"),
    /** Moves the chosen note back in time. */
    NOTE_EARLIER("Alt+LEFT"),
    /** Moves the chosen note on in time. */
    NOTE_LATER("Alt+RIGHT"),
    /** Moves the chosen limit up. */
    RAISE_LIMIT("Alt+UP"),
    /** Moves the chosen limit down. */
    DROP_LIMIT("Alt+DOWN"),
    /** Shows the same as a table, or no longer. */
    TABLE("T"),
    /** Saves a picture of it. */
    PICTURE("P"),
    /** Saves its samples. */
    CSV("E");

    @SuppressWarnings("ImmutableEnumChecker") // never changed, as List.of and key combinations are not
    private final List<KeyCombination> keys;

    ChartAction(String... keys) {
        this.keys = Stream.of(keys).map(ChartAction::combination).toList();
    }

    private static KeyCombination combination(String keys) {
        String[] names = keys.split("\\+");
        KeyCombination.Modifier[] modifiers = Stream.of(names).limit(names.length - 1L).map(name -> switch (name) {
            case "Shift" -> KeyCombination.SHIFT_DOWN;
            case "Alt" -> KeyCombination.ALT_DOWN;
            default -> KeyCombination.SHORTCUT_DOWN;
        }).toArray(KeyCombination.Modifier[]::new);
        return new KeyCodeCombination(KeyCode.valueOf(names[names.length - 1]), modifiers);
    }

    /** Its keys. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** The keys that are shown beside it. */
    public KeyCombination shortcut() {
        return keys.getFirst();
    }

    boolean fits(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /** The key of what it does, in the bundle. */
    public String key() {
        return ChartTexts.PREFIX + word();
    }

    private String word() {
        return "action." + name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in words. */
    public String text(ChartTexts texts) {
        return texts.get(word());
    }
}
