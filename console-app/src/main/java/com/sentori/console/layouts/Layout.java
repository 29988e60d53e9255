package com.sentori.console.layouts;

import com.sentori.console.live.LiveLayout;
import com.sentori.console.stage.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the window was left.
 *
 * @param version of this form: {@link #VERSION}
 * @param window its size; null for the usual one
 * @param place the screen that was shown
 * @param live how the live screen was set up
 */
public record Layout(int version, @Nullable Size window, Place place, LiveLayout live) {
    /** The form that is written. */
    public static final int VERSION = 1;

    /** Refuses what a later version wrote, and what is not whole. */
    public Layout {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(live, "live");
        if (version != VERSION) {
            throw new IllegalArgumentException("This layout was kept by another version of the program.");
        }
    }

    /** Where nothing was kept. */
    public static Layout standard() {
        return new Layout(VERSION, null, Place.START, LiveLayout.standard());
    }

    /**
     * A window's size, in units of the scene; of one that is maximised, what it is when it is not.
     */
    public record Size(double width, double height, boolean maximised) {
        /** Refuses what no window can be. */
        public Size {
            if (!(width > 0 && width < Short.MAX_VALUE && height > 0 && height < Short.MAX_VALUE)) {
                throw new IllegalArgumentException("A window has a size.");
            }
        }
    }
}
