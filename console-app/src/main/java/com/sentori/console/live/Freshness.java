package com.sentori.console.live;

import com.sentori.console.connections.Wording;
import com.sentori.console.feed.Standing;
import com.sentori.console.series.RunSeries;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.console.vitals.Vitality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** How fresh a half is, in a word and a shape, and what proves it: age, clock offset, how readings come, what is missing. */
final class Freshness extends HBox {
    private final LiveHalf half;
    private final Texts texts;
    private final Figures figures;
    private final Wording wording;
    private final FontIcon icon = new FontIcon("fth-check-circle");
    private final Label state = new Label("", icon);
    private final Label proof = new Label();

    Freshness(LiveHalf half, Texts texts, Figures figures) {
        this.half = half;
        this.texts = texts;
        this.figures = figures;
        this.wording = new Wording(texts, figures);
        proof.getStyleClass().addAll("muted", "number");
        proof.setWrapText(true);
        proof.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(proof, Priority.ALWAYS);
        getStyleClass().add("freshness");
        getChildren().setAll(state, proof);
    }

    /** Shows how it is now. */
    void refresh(LiveHalf.State now) {
        Standing standing = now.standing();
        if (now.over()) {
            boolean whole = half.known().isComplete();
            show(texts.get(whole ? "vitality.over" : "vitality.unread"), whole ? "fth-archive" : "fth-alert-triangle",
                    whole ? "neutral" : "warn");
        } else {
            Vitality vitality = standing.vitality();
            show(texts.of("vitality", vitality), icon(vitality), style(vitality));
        }
        proof.setText(String.join(" · ", parts(now, standing)));
    }

    private List<String> parts(LiveHalf.State now, Standing standing) {
        List<String> parts = new ArrayList<>();
        Duration age = now.age();
        ClockOffset.Offset offset = half.backend().clockOffset().best();
        parts.add(age == null || offset == null
                ? texts.get("live.age.unknown")
                : texts.get("live.age.proven", figures.age(age), figures.millis(offset.uncertainty())));
        parts.add(texts.get("live.offset", wording.offset(offset)));
        RunSeries known = half.known();
        if (!now.over() || !known.isComplete()) {
            parts.add(texts.of("transport", standing.transport()));
            Instant retry = standing.retryAt();
            if (standing.circuit() == Standing.Circuit.FETCHING) {
                parts.add(texts.get("live.fetching"));
            }
            if (standing.otherStore() != null) {
                parts.add(texts.get("live.other-store"));
            } else if (retry != null) {
                parts.add(texts.get("live.retry", standing.failures(), figures.time(retry)));
            }
        }
        if (standing.reconnects() > 0) {
            parts.add(texts.get("live.reconnects", figures.count(standing.reconnects()),
                    figures.count(half.fetchedLate(standing))));
        }
        long failed = standing.failed() + half.failedRequests();
        if (failed > 0) {
            parts.add(texts.get("live.failed", failed));
        }
        if (known.dropped() > 0) {
            parts.add(texts.get("live.dropped", figures.count(known.dropped())));
        }
        if (known.isReading()) {
            parts.add(texts.get("live.reading"));
        }
        return parts;
    }

    private void show(String words, String shape, String style) {
        state.setText(words);
        icon.setIconLiteral(shape);
        state.getStyleClass().setAll("label", "standing", style);
    }

    /** The shape of a state. */
    static String icon(Vitality vitality) {
        return switch (vitality) {
            case FRESH -> "fth-check-circle";
            case HELD -> "fth-pause-circle";
            case LATE -> "fth-alert-triangle";
            case LOST -> "fth-x-octagon";
        };
    }

    /** The style class of a state. */
    static String style(Vitality vitality) {
        return switch (vitality) {
            case FRESH -> "good";
            case HELD -> "neutral";
            case LATE -> "warn";
            case LOST -> "bad";
        };
    }
}
