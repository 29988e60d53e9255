package com.sentori.console.infra;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Action;
import com.sentori.console.terraform.Attribute;
import com.sentori.console.terraform.Bill;
import com.sentori.console.terraform.Change;
import com.sentori.console.terraform.Lock;
import com.sentori.console.terraform.Loss;
import com.sentori.console.terraform.Message;
import com.sentori.console.terraform.Plan;
import com.sentori.console.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the screen of the infrastructure says of a plan. FX thread. */
final class PlanWording {
    private static final int MOST_NAMED = 3;
    private final Texts texts;
    private final Figures figures;

    PlanWording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** What becomes of a resource: a shape and words, and then a colour. */
    Label badge(Action action) {
        FontIcon icon = new FontIcon(switch (action) {
            case CREATE -> "fth-plus-circle";
            case UPDATE -> "fth-edit-2";
            case REPLACE -> "fth-refresh-cw";
            case DESTROY -> "fth-trash-2";
            case READ -> "fth-eye";
            case FORGET -> "fth-log-out";
            case NONE -> "fth-corner-down-right";
        });
        Label badge = new Label(texts.of("infra.action", action), icon);
        badge.getStyleClass().addAll("standing", switch (action) {
            case CREATE -> "good";
            case UPDATE -> "active";
            case REPLACE -> "warn";
            case DESTROY -> "bad";
            case READ, FORGET, NONE -> "neutral";
        });
        return badge;
    }

    /** How far a resource is; empty before anything is done. */
    String progress(Message.@Nullable Progress now) {
        return now == null
                ? ""
                : switch (now.phase()) {
                    case REFRESHING -> texts.get("infra.phase.REFRESHING");
                    case RUNNING -> texts.get("infra.phase.RUNNING", figures.clock(now.elapsed()));
                    case DONE -> texts.get("infra.phase.DONE");
                    case FAILED -> texts.get("infra.phase.FAILED");
                };
    }

    String value(Value value) {
        return switch (value.kind()) {
            case ABSENT -> "–";
            case KNOWN -> value.text();
            case UNKNOWN -> texts.get("infra.value.unknown");
            case SENSITIVE -> texts.get("infra.value.sensitive");
        };
    }

    /** How many of what. */
    String summary(Plan plan) {
        List<String> parts = new ArrayList<>();
        plan.counts()
                .forEach((action, count) -> parts
                        .add(texts.get("infra.count", figures.count(count), texts.of("infra.action", action))));
        if (!plan.drift().isEmpty()) {
            parts.add(texts.get("infra.count.drift", figures.count(plan.drift().size())));
        }
        if (!plan.outputs().isEmpty()) {
            parts.add(texts.get("infra.count.outputs", figures.count(plan.outputs().size())));
        }
        return parts.isEmpty()
                ? texts.get("infra.nothing", figures.count(plan.unchanged()))
                : String.join(" · ", parts);
    }

    /** Why, and what is lost. */
    String reason(Change change) {
        List<String> parts = new ArrayList<>();
        if (change.movedFrom() != null) {
            parts.add(texts.get("infra.moved", change.movedFrom()));
        }
        String reason = change.reason();
        if (reason != null) {
            String key = "infra.reason." + reason;
            parts.add(texts.has(key) ? texts.get(key) : reason.replace('_', ' '));
        }
        List<String> forcing = change.attributes()
                .stream()
                .filter(Attribute::replaces)
                .limit(MOST_NAMED)
                .map(Attribute::path)
                .toList();
        if (!forcing.isEmpty()) {
            parts.add(texts.get("infra.forces", String.join(", ", forcing)));
        }
        if (change.loss() != Loss.NONE) {
            parts.add(texts.of("infra.loss", change.loss()));
        }
        if (change.more() > 0) {
            parts.add(texts.get("infra.more", figures.count(change.more())));
        }
        return String.join(" ", parts);
    }

    /** What a month costs more or less. */
    String bill(Bill bill) {
        List<String> parts = new ArrayList<>();
        if (!bill.lines().isEmpty()) {
            parts.add(texts.get("infra.bill", amount(bill.difference()), bill.currency(), figures.value(bill.before()),
                    figures.value(bill.after()), figures.day(bill.date()), bill.region()));
        }
        named("infra.bill.use", bill.byUse(), parts);
        named("infra.bill.unknown", bill.unknown(), parts);
        named("infra.bill.unlisted", bill.unlisted(), parts);
        return String.join(" ", parts);
    }

    private void named(String key, List<String> addresses, List<String> into) {
        if (!addresses.isEmpty()) {
            String names = String.join(", ", addresses.stream().limit(MOST_NAMED).toList());
            into.add(texts.get(key, addresses.size() > MOST_NAMED
                    ? texts.get("infra.bill.others", names, figures.count(addresses.size() - MOST_NAMED))
                    : names));
        }
    }

    /** With its sign. */
    String amount(double difference) {
        return (difference > 0 ? "+" : "") + figures.value(difference);
    }

    String trouble(Trouble trouble) {
        Lock lock = trouble.lock();
        if (lock != null) {
            return texts.get("infra.trouble.LOCKED", lock.who(), lock.created(), lock.operation(), lock.id());
        }
        String key = "infra.trouble." + Objects.toString(trouble.kind(), "DISK");
        return texts.has(key) ? texts.get(key) : trouble.words();
    }
}
