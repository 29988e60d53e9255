package com.sentori.console.bell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rings for alarms: a notification that leads to them, one of the desktop while the window is not in front, and a sound unless it is muted. FX thread. */
public final class Bell {
    private static final Duration SHOWN = Duration.seconds(12);
    private static final double EDGE = 24;
    private static final int MOST_LINES = 3;

    private final Alarms alarms;
    private final Supplier<@Nullable Scene> scene;
    private final Texts texts;
    private final Desk desk;
    private final AlarmWording wording;
    private final Chime chime;
    private final DesktopNotice desktop = DesktopNotice.ofSystem();
    private final BooleanSupplier desktopTold;
    private final UnaryOperator<String> redaction;
    private final PauseTransition hiding = new PauseTransition(SHOWN);
    /** Made when it is shown for the first time: a start of the window does not wait for it. */
    private @Nullable Popup popup;
    private boolean told;

    /**
     * Over the window of a scene, once there is one.
     *
     * @param desktopTold whether the desktop is told
     * @param redaction takes what is secret out of a text that leaves the program
     */
    public Bell(Alarms alarms, Supplier<@Nullable Scene> scene, BooleanSupplier desktopTold,
            UnaryOperator<String> redaction, Actions actions, Texts texts, Figures figures, Desk desk) {
        this.desktopTold = desktopTold;
        this.redaction = redaction;
        this.alarms = alarms;
        this.scene = scene;
        this.texts = texts;
        this.desk = desk;
        this.wording = new AlarmWording(texts, figures);
        hiding.setOnFinished(_ -> hide());
        this.chime = new Chime(() -> actions.show(this::silent));
    }

    private void silent() {
        if (!told) {
            told = true;
            desk.say(() -> texts.get("alarms.soundless"));
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
        String message = message(worstFirst);
        if (shown != null && window != null && window.isShowing()) {
            notify(message, worst, window, shown);
        }
        if (desktopTold.getAsBoolean() && (window == null || !window.isFocused())) {
            desktop.tell(worst, texts.get("alarms.notification.title"), redaction.apply(message));
        }
    }

    private String message(List<Raised> raised) {
        String lines = String.join("\n", raised.stream().limit(MOST_LINES).map(wording::line).toList());
        int more = raised.size() - MOST_LINES;
        return more > 0 ? lines + "\n" + texts.get("alarms.notification.more", more) : lines;
    }

    private void notify(String message, Severity worst, Window window, Scene shown) {
        Notification note = new Notification(message, new FontIcon(AlarmWording.icon(worst)));
        note.getStyleClass()
                .addAll("alarm-notification", Styles.ELEVATED_2, worst == Severity.CRITICAL
                        ? Styles.DANGER
                        : Styles.WARNING);
        note.getStylesheets().setAll(shown.getStylesheets());
        note.setAccessibleText(note.getMessage());
        note.setOnClose(_ -> hide());
        note.setOnMouseClicked(_ -> lead(window));
        Popup shownIn = popup == null ? new Popup() : popup;
        popup = shownIn;
        shownIn.getContent().setAll(note);
        shownIn.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_RIGHT);
        shownIn.show(window, window.getX() + window.getWidth() - EDGE, window.getY() + window.getHeight() - 2 * EDGE);
        hiding.playFromStart();
    }

    private void hide() {
        if (popup != null) {
            popup.hide();
        }
    }

    private void lead(Window window) {
        hide();
        desk.go(Place.ALARMS);
        if (window instanceof Stage stage) {
            stage.setIconified(false);
            stage.toFront();
        }
    }

    /** Shows nothing any more. */
    public void close() {
        hiding.stop();
        hide();
    }
}
