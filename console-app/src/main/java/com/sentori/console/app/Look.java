package com.sentori.console.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import com.sentori.console.backends.Appearance;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The looks of the window: a theme, and a sheet with what differs from it. */
enum Look {
    LIGHT(new PrimerLight(), "light.css"), DARK(new PrimerDark(), "dark.css"), HIGH_CONTRAST(new PrimerDark(),
            "contrast.css");

    /** Windows tells so; the other systems tell only light from dark. */
    private static final String SYSTEM_CONTRAST = "Windows.SPI.HighContrast";

    @SuppressWarnings("ImmutableEnumChecker") // themes are not changed
    private final Theme theme;
    private final String sheet;

    Look(Theme theme, String sheet) {
        this.theme = theme;
        this.sheet = sheet;
    }

    /** What an operator chose, as it is at the moment. FX thread. */
    static Look of(Appearance chosen) {
        return switch (chosen) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case HIGH_CONTRAST -> HIGH_CONTRAST;
            case SYSTEM -> ofSystem();
        };
    }

    private static Look ofSystem() {
        Platform.Preferences system = Platform.getPreferences();
        if (Boolean.TRUE.equals(system.get(SYSTEM_CONTRAST))) {
            return HIGH_CONTRAST;
        }
        return system.getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /** The choice that always leads here. */
    Appearance choice() {
        return Appearance.valueOf(name());
    }

    boolean isDark() {
        return this != LIGHT;
    }

    /** Gives its theme to every window of the process; before the first control, that JavaFX does not read one of its own for it. FX thread. */
    void apply() {
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    /** Gives it to every window of the process, and its sheet to this scene. FX thread. */
    void apply(Scene scene) {
        apply();
        List<String> others = Stream.of(values()).map(Look::address).toList();
        scene.getStylesheets().removeAll(others);
        scene.getStylesheets().add(address());
    }

    private String address() {
        return Objects.requireNonNull(Look.class.getResource(sheet), sheet).toExternalForm();
    }
}
