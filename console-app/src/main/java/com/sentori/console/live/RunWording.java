package com.sentori.console.live;

import com.sentori.console.runs.EndNote;
import com.sentori.console.stage.Texts;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import java.util.List;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** What screens say of a run's state: always words and a shape, never a colour alone. */
public final class RunWording {
    private final Texts texts;

    /** In the language of these texts. */
    public RunWording(Texts texts) {
        this.texts = texts;
    }

    /** Its state. */
    public String status(Run run) {
        return texts.of("status", run.status());
    }

    /** Why it ended; empty while it runs. */
    public String reason(Run run) {
        EndReason reason = run.endReason();
        String why = reason == null ? "" : texts.of("reason", reason);
        String error = run.errorMessage();
        return error == null || error.isBlank()
                ? why
                : EndNote.read(error)
                        .map(note -> reason(why, note))
                        .orElseGet(() -> texts.get("reason.with", why, error));
    }

    private String reason(String why, EndNote note) {
        return switch (note) {
            // The reason says it already.
            case EndNote.Stopped(var unacknowledged) when unacknowledged == 0 -> why;
            case EndNote.Stopped(var unacknowledged) ->
                texts.get("reason.with", why, texts.get("reason.unacknowledged", unacknowledged));
            case EndNote.Alarmed(var rule, var figure) -> texts.get("reason.alarmed", rule, figure);
            case EndNote.NoTwin() -> texts.get("reason.with", why, texts.get("reason.no-twin"));
        };
    }

    /** Its state and, if it has ended, the reason. */
    List<String> parts(Run run) {
        String reason = reason(run);
        return reason.isEmpty() ? List.of(status(run)) : List.of(status(run), reason);
    }

    /** Its state as icon and word. */
    public Label badge(Run run) {
        Label badge = new Label(status(run), new FontIcon(icon(run.status())));
        badge.getStyleClass().addAll("standing", style(run.status()));
        return badge;
    }

    /** The icon of a state. */
    public static String icon(RunStatus status) {
        return switch (status) {
            case RUNNING -> "fth-play-circle";
            case COMPLETED -> "fth-check-circle";
            case FAILED -> "fth-x-octagon";
            case INTERRUPTED -> "fth-stop-circle";
        };
    }

    /** The style class of a state. */
    public static String style(RunStatus status) {
        return switch (status) {
            case RUNNING -> "active";
            case COMPLETED -> "good";
            case FAILED -> "bad";
            case INTERRUPTED -> "warn";
        };
    }
}
