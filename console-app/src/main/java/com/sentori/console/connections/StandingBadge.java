package com.sentori.console.connections;

import com.sentori.console.backends.Connection;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** The state of a connection as an icon and words. */
public final class StandingBadge extends Label {
    private final Wording wording;
    private final FontIcon icon = new FontIcon("fth-loader");

    /** Shows nothing yet. */
    public StandingBadge(Wording wording) {
        this.wording = wording;
        getStyleClass().add("standing");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows a state. */
    public void show(Connection.State state) {
        setText(wording.health(state));
        String style = Wording.style(state.health());
        if (!getStyleClass().contains(style)) {
            icon.setIconLiteral(Wording.icon(state.health()));
            getStyleClass().setAll("label", "standing", style);
        }
    }
}
