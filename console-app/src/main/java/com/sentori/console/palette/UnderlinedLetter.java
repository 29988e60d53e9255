package com.sentori.console.palette;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** {@code Alt} and the letter that is underlined in a text: another one in every language. */
final class UnderlinedLetter extends KeyCombination {
    private final Supplier<String> text;

    UnderlinedLetter(Supplier<String> text) {
        super(ALT_DOWN);
        this.text = text;
    }

    private String letter() {
        String now = text.get();
        int at = now.indexOf('_') + 1;
        return at == 0 ? "" : now.substring(at, at + 1).toUpperCase(Locale.ROOT);
    }

    private @Nullable KeyCode code() {
        return letter().isEmpty() ? null : KeyCode.getKeyCode(letter());
    }

    @Override
    public boolean match(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == code() && super.match(event);
    }

    @Override
    public String getDisplayText() {
        return super.getDisplayText() + letter();
    }

    @Override
    public String getName() {
        return super.getName() + letter();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnderlinedLetter same && same.letter().equals(letter());
    }

    @Override
    public int hashCode() {
        return letter().hashCode();
    }
}
