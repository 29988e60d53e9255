package com.sentori.contract.json;

import tools.jackson.databind.JsonNode;

/** Rules of text: any Unicode but U+0000 and lone surrogates; lengths count code points. */
public final class Text {
    private Text() {}

    /** Whether the text may pass: it holds neither U+0000 nor a lone surrogate. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The length in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static void requireClean(JsonNode node) {
        if (node.isString()) {
            requireClean(node.stringValue());
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                requireClean(member.getKey());
                requireClean(member.getValue());
            });
        } else if (node.isArray()) {
            node.values().forEach(Text::requireClean);
        }
    }

    private static void requireClean(String text) {
        if (!isClean(text)) {
            throw Json.malformed("Text must not hold U+0000 or lone surrogates.");
        }
    }
}
