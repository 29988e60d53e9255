package com.sentori.console.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All texts of a language: lines of {@code key=text} in UTF-8, without escapes. Read once in a process, and with nothing looked for in any
 * library, as somebody waits for the window (ADR 21). Any thread.
 */
final class Sentences extends ResourceBundle {
    private static final Map<Locale, Sentences> KNOWN = new HashMap<>();

    private final Map<String, String> texts;

    private Sentences(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Those of a language of {@link Texts#LANGUAGES}; who asks while they are read waits. */
    static Sentences in(Locale language) {
        synchronized (KNOWN) {
            Sentences known = KNOWN.get(language);
            if (known == null) {
                known = new Sentences(read(
                        language.equals(Locale.ENGLISH) ? "messages" : "messages_" + language.getLanguage()));
                KNOWN.put(language, known);
            }
            return known;
        }
    }

    private static Map<String, String> read(String name) {
        String all;
        try (InputStream file = Sentences.class.getResourceAsStream("/com/sentori/console/" + name + ".properties")) {
            all = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        int begin = 0;
        while (begin < all.length()) {
            int end = all.indexOf('\n', begin);
            end = end < 0 ? all.length() : end;
            int middle = all.indexOf('=', begin);
            if (all.charAt(begin) != '#' && middle > 0 && middle < end) {
                texts.put(all.substring(begin, middle), all.substring(middle + 1, end));
            }
            begin = end + 1;
        }
        return texts;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    protected Set<String> handleKeySet() {
        return texts.keySet();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
