package com.sentori.console.bell;

import com.sentori.console.alarms.Alarms;
import com.sentori.console.alarms.AlarmView;
import com.sentori.console.alarms.Raised;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rings for alarms: a notification that leads to them, and a sound unless it is muted. FX thread. */
public final class Bell {
    private static final Duration SHOWN = Duration.seconds(12);
    private static final int MOST_LINES = 3;

    private final Alarms alarms;
    private final Supplier<@Nullable Scene> scene;
    private final Texts texts;
    private final Desk desk;
    private final AlarmWording wording;
    private final Chime chime;
    private boolean told;

    /** Over the window of a scene, once there is one. */
    public Bell(Alarms alarms, Supplier<@Nullable Scene> scene, Actions actions, Texts texts, Figures figures,
            Desk desk) {
        this.alarms = alarms;
        this.scene = scene;
        this.texts = texts;
        this.desk = desk;
        this.wording = new AlarmWording(texts, figures);
        this.chime = new Chime(() -> actions.show(this::silent));
    }

    private void silent() {
        if (!told) {
            told = true;
            desk.complain(() -> texts.get("alarms.soundless"));
        }
    }

    /** Rings for these. */
    public void ring(List<Raised> raised) {
        List<Raised> worstFirst = raised.stream().sorted(Comparator.comparing(Raised::severity).reversed()).toList();
        Severity worst = worstFirst.getFirst().severity();
        AlarmView view = alarms.view();
        if (view.mutedUntil() == null) {
            chime.sound(worst);
        }
        Scene shown = scene.get();
        Window window = shown == null ? null : shown.getWindow();
        if (window != null && window.isShowing()) {
            notify(worstFirst, worst, window);
        }
    }

    private void notify(List<Raised> raised, Severity worst, Window window) {
        String lines = String.join("\n", raised.stream().limit(MOST_LINES).map(wording::line).toList());
        int more = raised.size() - MOST_LINES;
        FontIcon icon = new FontIcon(AlarmWording.icon(worst));
        icon.getStyleClass().addAll("alarm-icon", AlarmWording.style(worst));
        Notifications.create()
                .owner(window)
                .title(texts.get("alarms.notification", raised.size()))
                .text(more > 0 ? lines + "\n" + texts.get("alarms.notification.more", more) : lines)
                .graphic(icon)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(SHOWN)
                .styleClass("alarm-notification")
                .onAction(_ -> {
                    desk.go(Place.ALARMS);
                    if (window instanceof Stage stage) {
                        stage.setIconified(false);
                        stage.toFront();
                    }
                })
                .show();
    }
}
