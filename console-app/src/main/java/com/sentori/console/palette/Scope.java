package com.sentori.console.palette;

import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where a command and its keys count.
 *
 * @param place the screen; null for all of them
 * @param title the key of its name
 * @param part whether it is a part of the screen, which listens to keys of its own while it has the focus
 */
public record Scope(@Nullable Place place, String title, boolean part) {
    /** Every screen. */
    public static final Scope EVERYWHERE = new Scope(null, "shortcuts.everywhere", false);

    /** One screen. */
    public static Scope of(Place place) {
        return new Scope(place, "place." + place.name(), false);
    }

    /** A part of a screen. */
    public static Scope part(Place place, String title) {
        return new Scope(place, title, true);
    }

    /** Its name. */
    public String name(Texts texts) {
        return Command.plain(texts.get(title));
    }

    /** Whether it counts on this screen. */
    boolean isOn(Place shown) {
        return place == null || place == shown;
    }

    /** Whether a key pressed somewhere could mean a command of either. */
    public boolean meets(Scope other) {
        boolean sameScreen = place == null || other.place == null || place == other.place;
        return sameScreen && (!part || !other.part || equals(other));
    }
}
