package com.sentori.console.infra;

import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Environment;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The environment that is chosen, by label and colour: every window shows it. Without a text while none is. FX thread. */
public final class EnvironmentBadge extends Label {
    private final Texts texts;
    private final Subscription subscription;

    /** Follows the choice until it is released. */
    public EnvironmentBadge(EnvironmentsModel environments, Texts texts) {
        this.texts = texts;
        setMinWidth(USE_PREF_SIZE);
        subscription = environments.chosenProperty().subscribe(this::show);
    }

    private void show(@Nullable Environment now) {
        setText(now == null ? "" : now.label());
        if (now != null) {
            setGraphic(
                    new FontIcon(now.readOnly() ? "fth-eye" : now.production() ? "fth-alert-triangle" : "fth-cloud"));
            getStyleClass().setAll("label", "environment-badge", now.colour().name().toLowerCase(Locale.ROOT));
            setAccessibleText(texts.get("infra.environment.shown", now.label()));
        }
    }

    /** Follows no longer. */
    public void release() {
        subscription.unsubscribe();
    }
}
