package com.sentori.console.reports;

/** Text from elsewhere, as people are shown it: what would hide, turn or break a line is shown by its code, and what is too long is cut. */
final class Visible {
    private static final int LONGEST = 400;

    private Visible() {}

    static String text(String text) {
        StringBuilder out = new StringBuilder();
        int shown = 0;
        for (int at = 0; at < text.length(); shown++) {
            if (shown == LONGEST) {
                return out.append('…').toString();
            }
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (isHidden(point)) {
                out.append(code(point));
            } else {
                out.appendCodePoint(point);
            }
        }
        return out.toString();
    }

    /** A character by its code. */
    static String code(int point) {
        return "\\u{%04X}".formatted(point);
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}
