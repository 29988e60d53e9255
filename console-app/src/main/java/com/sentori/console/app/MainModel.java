package com.sentori.console.app;

import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Settings;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The main window: its look and its language, and what is kept of them. FX thread. */
final class MainModel {
    private final Backends backends;
    private final Texts texts;
    private final Desk desk;
    private final Actions actions;
    private final @Nullable Path folder;
    private final long journalMebibytes;
    private final ReadOnlyObjectWrapper<Look> look;

    /** Keeps settings in a folder; nowhere without one. */
    MainModel(Settings settings, @Nullable Path folder, Backends backends, Texts texts, Desk desk, Actions actions) {
        this.backends = backends;
        this.texts = texts;
        this.desk = desk;
        this.actions = actions;
        this.folder = folder;
        this.journalMebibytes = settings.journalMebibytes();
        this.look = new ReadOnlyObjectWrapper<>(Look.of(settings.dark()));
    }

    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    void show(Look next) {
        look.set(next);
        keep();
    }

    void switchLook() {
        show(look.get().other());
    }

    /** The language that the switch leads to. */
    Locale otherLanguage() {
        int index = Texts.LANGUAGES.indexOf(texts.locale());
        return Texts.LANGUAGES.get((index + 1) % Texts.LANGUAGES.size());
    }

    void switchLanguage() {
        texts.use(otherLanguage());
        keep();
    }

    /** Writes the settings as they are now. */
    void keep() {
        if (folder == null) {
            return;
        }
        Settings now = new Settings(backends.profiles(), look.get() == Look.DARK, texts.locale().getLanguage(),
                journalMebibytes);
        actions.run(() -> {
            now.save(folder);
            return now;
        }, _ -> {}, _ -> desk.complain(() -> texts.get("main.unkept", folder)));
    }
}
