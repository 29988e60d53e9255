package com.sentori.console.palette;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A character, by whichever keys a keyboard has it: where {@code ?} lies differs from country to country. */
final class TypedCharacter extends KeyCombination {
    private final String character;

    TypedCharacter(String character) {
        this.character = character;
    }

    @Override
    public boolean match(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_TYPED && character.equals(event.getCharacter());
    }

    @Override
    public String getDisplayText() {
        return character;
    }

    @Override
    public String getName() {
        return character;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypedCharacter typed && typed.character.equals(character);
    }

    @Override
    public int hashCode() {
        return character.hashCode();
    }
}
