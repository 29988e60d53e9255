package com.sentori.console.app;

import com.sentori.console.backends.Appearance;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Settings;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The main window: its look, its size and its language, and what is kept of them. FX thread. */
final class MainModel {
    /** Percent. */
    static final List<Integer> SCALES = List.of(Settings.SMALLEST, 110, 125, 150, 175, Settings.LARGEST);
    /** What a language may be set to. */
    static final List<String> LANGUAGES = List.of(Settings.SYSTEM_LANGUAGE, "en", "fr");

    private final Backends backends;
    private final Texts texts;
    private final Desk desk;
    private final Actions actions;
    private final @Nullable Path folder;
    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyObjectWrapper<Look> look;
    private final ReadOnlyIntegerWrapper scale;
    private final ReadOnlyStringWrapper language;
    private final ReadOnlyStringWrapper certificates;
    private final BooleanProperty desktopTold;
    private Supplier<Keeping> tokens;
    private volatile Settings kept;

    /** Keeps settings in a folder; nowhere without one. */
    MainModel(Settings settings, @Nullable Path folder, Backends backends, Texts texts, Desk desk, Actions actions) {
        this.backends = backends;
        this.texts = texts;
        this.desk = desk;
        this.actions = actions;
        this.folder = folder;
        this.kept = settings;
        this.tokens = settings::tokens;
        this.appearance = new ReadOnlyObjectWrapper<>(settings.appearance());
        this.look = new ReadOnlyObjectWrapper<>(Look.of(settings.appearance()));
        this.scale = new ReadOnlyIntegerWrapper(settings.scale());
        this.certificates = new ReadOnlyStringWrapper(settings.certificates());
        this.language = new ReadOnlyStringWrapper(settings.language());
        this.desktopTold = new SimpleBooleanProperty(!settings.silentDesktop());
    }

    ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    /** What the chosen appearance comes to at the moment. */
    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** How large everything is, in percent. */
    ReadOnlyIntegerProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** One of {@link #LANGUAGES}. */
    ReadOnlyStringProperty languageProperty() {
        return language.getReadOnlyProperty();
    }

    void show(Look next) {
        choose(next.choice());
    }

    void choose(Appearance chosen) {
        appearance.set(chosen);
        followSystem();
        keep();
    }

    /** Takes over how the system looks now, if that is what the operator wants. */
    void followSystem() {
        look.set(Look.of(appearance.get()));
    }

    void switchLook() {
        show(look.get().isDark() ? Look.LIGHT : Look.DARK);
    }

    /** Percent; of what there is, the nearest. */
    void scale(int percent) {
        scale.set(Math.clamp(percent, Settings.SMALLEST, Settings.LARGEST));
        keep();
    }

    void larger() {
        SCALES.stream().filter(each -> each > scale.get()).findFirst().ifPresent(this::scale);
    }

    void smaller() {
        SCALES.reversed().stream().filter(each -> each < scale.get()).findFirst().ifPresent(this::scale);
    }

    /** To the next one. */
    void switchLanguage() {
        int index = Texts.LANGUAGES.indexOf(texts.locale());
        speak(Texts.LANGUAGES.get((index + 1) % Texts.LANGUAGES.size()).getLanguage());
    }

    /** One of {@link #LANGUAGES}. */
    void speak(String chosen) {
        language.set(chosen);
        keep();
        texts.use(Settings.locale(chosen));
    }

    /** A file of certificates that are trusted beside the system's; empty without. */
    ReadOnlyStringProperty certificatesProperty() {
        return certificates.getReadOnlyProperty();
    }

    /** Trusts the certificates of a file from the next start on; empty for none. */
    void trust(String file) {
        certificates.set(file.strip());
        keep();
    }

    /** Whether the desktop is told of alarms while the window is not in front. */
    BooleanProperty desktopToldProperty() {
        return desktopTold;
    }

    /** Where the operator wants tokens to be kept. */
    void tokensBy(Supplier<Keeping> chosen) {
        tokens = chosen;
    }

    /** The settings as they are now. */
    Settings settings() {
        return new Settings(backends.profiles(), appearance.get(), scale.get(), language.get(),
                kept.journalMebibytes(), certificates.get(), tokens.get(), !desktopTold.get());
    }

    /** Writes the settings as they are now. */
    void keep() {
        Settings now = settings();
        if (folder == null || now.equals(kept)) {
            return;
        }
        kept = now;
        actions.run(() -> write(folder), _ -> {}, _ -> desk.complain(() -> texts.get("main.unkept", folder)));
    }

    /** Whoever comes last writes the newest: what was chosen before is never written over it. */
    private synchronized Settings write(Path where) throws IOException {
        Settings newest = kept;
        newest.save(where);
        return newest;
    }
}
