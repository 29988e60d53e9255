package com.sentori.console.boards;

import com.sentori.console.dashboards.Tone;

/** Style classes of tones. */
final class Tones {
    private Tones() {}

    static String style(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "tone-neutral";
            case ACCENT -> "tone-accent";
            case GOOD -> "tone-good";
            case WARN -> "tone-warn";
            case BAD -> "tone-bad";
        };
    }

    /** What stands beside a colour, for who does not see it; empty where a tone says nothing. */
    static String icon(Tone tone) {
        return switch (tone) {
            case NEUTRAL, ACCENT, GOOD -> "";
            case WARN -> "fth-alert-triangle";
            case BAD -> "fth-alert-octagon";
        };
    }
}
