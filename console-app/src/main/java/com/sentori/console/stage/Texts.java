package com.sentori.console.stage;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The words of the window, in one of {@link #LANGUAGES}. FX thread. */
public final class Texts {
    /** The languages that have a bundle. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final ReadOnlyObjectWrapper<Locale> locale;
    private ResourceBundle bundle;

    /** In the nearest language there is; English for want of another. */
    public Texts(Locale wanted) {
        locale = new ReadOnlyObjectWrapper<>(nearest(wanted));
        bundle = Sentences.in(locale.get());
    }

    /** Changes the language; what listens to {@link #localeProperty} follows. */
    public void use(Locale wanted) {
        Locale next = nearest(wanted);
        bundle = Sentences.in(next);
        locale.set(next);
    }

    private static Locale nearest(Locale wanted) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The language. */
    public ReadOnlyObjectProperty<Locale> localeProperty() {
        return locale.getReadOnlyProperty();
    }

    /** The language. */
    public Locale locale() {
        return locale.get();
    }

    /** All texts, for layouts. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its placeholders filled in. Numbers come out in the language's own form. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale()).format(values);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of a constant: {@code prefix.NAME}. */
    public String of(String prefix, Enum<?> constant) {
        return get(prefix + "." + constant.name());
    }
}
