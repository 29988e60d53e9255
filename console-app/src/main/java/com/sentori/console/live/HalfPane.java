package com.sentori.console.live;

import com.sentori.console.runs.RunCheck;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.runs.Run;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One half of the run: who has it and how it stands, its chart, and its check. */
final class HalfPane extends VBox {
    private final LiveHalf half;
    private final Texts texts;
    private final Figures figures;
    private final RunWording wording;
    private final FontIcon stateIcon = new FontIcon("fth-play-circle");
    private final Label state = new Label("", stateIcon);
    private final Label age = new Label();
    private final Label counts = new Label();
    private final FontIcon verdictIcon = new FontIcon("fth-check-circle");
    private final Label verdict = new Label("", verdictIcon);

    HalfPane(LiveHalf half, Texts texts, Figures figures) {
        this.half = half;
        this.texts = texts;
        this.figures = figures;
        this.wording = new RunWording(texts);
        Label name = new Label(half.name());
        name.getStyleClass().add("strong");
        age.getStyleClass().add("age");
        counts.getStyleClass().addAll("muted", "number");
        verdict.setVisible(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, state, age, gap, counts);
        head.getStyleClass().add("half-head");
        getStyleClass().add("half");
        getChildren().setAll(head, verdict);
        refresh();
    }

    void refresh() {
        LiveHalf.State now = half.state();
        show(now);
        counts.setText(now.isDriven()
                ? texts.get("live.counts.driven", figures.count(now.sent()), figures.count(now.stored()),
                        figures.age(now.late()))
                : texts.get("live.counts", figures.count(now.stored())));
        RunCheck check = now.check();
        verdict.setVisible(check != null);
        verdict.setManaged(check != null);
        if (check != null) {
            show(check);
        }
    }

    private void show(LiveHalf.State now) {
        Run run = now.run();
        if (now.troubled()) {
            badge("live.troubled", "fth-alert-triangle", "warn");
        } else if (run.isRunning() && now.phase() != null) {
            badge("phase." + now.phase().name(), RunWording.icon(run.status()), RunWording.style(run.status()));
        } else {
            badge("status." + run.status().name(), RunWording.icon(run.status()), RunWording.style(run.status()));
        }
        Duration old = now.age();
        if (now.over()) {
            age.setText(wording.reason(run));
        } else {
            age.setText(old == null ? texts.get("live.age.none") : texts.get("live.age", figures.age(old)));
        }
    }

    private void badge(String key, String icon, String style) {
        state.setText(texts.get(key));
        stateIcon.setIconLiteral(icon);
        state.getStyleClass().setAll("label", "standing", style);
    }

    private void show(RunCheck check) {
        verdict.setText(texts.get(check.passed() ? "live.check.passed" : "live.check.failed",
                figures.count(check.sent()), figures.count(check.stored()), figures.count(check.duplicated()),
                figures.count(check.missing()), figures.count(check.different())));
        verdictIcon.setIconLiteral(check.passed() ? "fth-check-circle" : "fth-x-octagon");
        verdict.getStyleClass().setAll("label", "verdict", check.passed() ? "good" : "bad");
    }

    void release() {
        // the chart is let go of here
    }
}
