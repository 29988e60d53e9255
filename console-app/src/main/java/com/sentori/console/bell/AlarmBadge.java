package com.sentori.console.bell;

import com.sentori.console.alarms.AlarmView;
import com.sentori.console.stage.Texts;
import com.sentori.console.stage.Tips;
import com.sentori.console.thresholds.Severity;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** The counter of alarms that is always there, and leads to them: a shape, a number and words, and then a colour. FX thread. */
public final class AlarmBadge extends Button {
    private final Texts texts;
    private final FontIcon icon = new FontIcon("fth-bell");
    private final Subscription subscription;

    /** Of these alarms. */
    public AlarmBadge(AlarmsModel model, Texts texts) {
        this.texts = texts;
        setId("alarmBadge");
        setGraphic(icon);
        Tips.over(this);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> model.show());
        subscription = model.viewProperty().subscribe(this::show);
    }

    private void show(AlarmView view) {
        long critical = view.waiting(Severity.CRITICAL);
        long warnings = view.waiting(Severity.WARN);
        boolean muted = view.mutedUntil() != null;
        String style = critical > 0 ? "bad" : warnings > 0 ? "warn" : "neutral";
        getStyleClass().setAll("button", "flat", "alarm-badge", style);
        icon.setIconLiteral(muted ? "fth-bell-off" : critical > 0 ? "fth-alert-octagon" : "fth-bell");
        setText(critical + warnings == 0 ? "" : Long.toString(critical + warnings));
        setAccessibleText(texts.get("alarms.badge", critical, warnings)
                + (view.stale() > 0 ? " " + texts.get("alarms.badge.stale", view.stale()) : "")
                + (muted ? " " + texts.get("alarms.badge.muted") : ""));
    }

    /** Follows no longer. */
    public void release() {
        subscription.unsubscribe();
    }
}
