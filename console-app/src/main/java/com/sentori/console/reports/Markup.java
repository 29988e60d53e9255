package com.sentori.console.reports;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML and SVG element by element: whatever is text or the value of an attribute is escaped here, and nowhere else. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes name, value, name, value
     */
    Markup open(String name, String... attributes) {
        begin(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** An element without an end. */
    Markup empty(String name, String... attributes) {
        begin(name, attributes);
        // SVG wants the stroke, HTML bears it.
        out.append("/>");
        return this;
    }

    /** An element that holds text alone. */
    Markup leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Text. */
    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Text of the program itself that is not to be escaped: its styles. */
    Markup styles(String css) {
        out.append("<style>").append(css).append("</style>");
        return this;
    }

    /** Ends the innermost element. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A break in the source, for those who read it. */
    Markup line() {
        out.append('\n');
        return this;
    }

    private void begin(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
