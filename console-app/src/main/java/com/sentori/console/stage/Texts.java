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

    private static final String BUNDLE = "com.sentori.console.messages";
    private static final ResourceBundle.Control EXACTLY = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ReadOnlyObjectWrapper<Locale> locale = new ReadOnlyObjectWrapper<>(Locale.ENGLISH);
    private ResourceBundle bundle = bundle(Locale.ENGLISH);

    /** In the nearest language there is; English for want of another. */
    public Texts(Locale wanted) {
        use(wanted);
    }

    /** Changes the language; what listens to {@link #localeProperty} follows. */
    public void use(Locale wanted) {
        Locale next = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        bundle = bundle(next);
        locale.set(next);
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

    private static ResourceBundle bundle(Locale language) {
        // The bundle that names no language is the English one; asked for by language, another would be looked for in every library first.
        return ResourceBundle.getBundle(BUNDLE, language.equals(Locale.ENGLISH) ? Locale.ROOT : language, EXACTLY);
    }
}
