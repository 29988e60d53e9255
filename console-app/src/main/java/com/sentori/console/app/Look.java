package com.sentori.console.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;

/** The two looks of the window. */
enum Look {
    LIGHT, DARK;

    static Look of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    Look other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Gives it to every window of the process. FX thread. */
    void apply() {
        Theme theme = this == DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
