package com.sentori.console.cli;

import com.sentori.console.terraform.Action;
import com.sentori.console.terraform.Attribute;
import com.sentori.console.terraform.Bill;
import com.sentori.console.terraform.Change;
import com.sentori.console.terraform.Loss;
import com.sentori.console.terraform.Plan;
import com.sentori.console.terraform.Value;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as lines of text. */
final class PlanText {
    private static final int MOST_NAMED = 10;
    private final PrintWriter out;

    PlanText(PrintWriter out) {
        this.out = out;
    }

    /** What would be done, and what it costs. */
    void print(Plan plan) {
        out.println(plan.isEmpty() ? "Nothing is to be changed." : summary(plan));
        plan.changes().forEach(this::print);
        plan.outputs().forEach(each -> out.println("    output " + each.name() + "  " + text(each.value())));
        if (!plan.drift().isEmpty()) {
            out.println("Changed outside since the last apply:");
            plan.drift().forEach(this::print);
        }
        print(plan.bill());
    }

    /** What has changed outside. */
    void printDrift(Plan plan) {
        out.println(plan.drift().isEmpty()
                ? "Nothing has changed outside."
                : plan.drift().size() + " changed outside since the last apply:");
        plan.drift().forEach(this::print);
    }

    private static String summary(Plan plan) {
        List<String> parts = new ArrayList<>();
        plan.counts().forEach((action, count) -> parts.add(count + " to " + word(action)));
        return parts.isEmpty() ? "Outputs change." : String.join(", ", parts) + ".";
    }

    private void print(Change change) {
        out.println(String.format("%3s %-8s %s%s%s%s", sign(change.action()), word(change.action()), change.address(),
                change.movedFrom() == null ? "" : "  (was " + change.movedFrom() + ")",
                change.reason() == null ? "" : "  (" + change.reason().replace('_', ' ') + ")",
                loss(change.loss())));
        change.attributes().forEach(this::print);
        if (change.more() > 0) {
            out.println("        and " + change.more() + " more");
        }
    }

    private static String loss(Loss loss) {
        return switch (loss) {
            case NONE -> "";
            case UNPROTECTED -> "  DATA ARE LOST";
            case REFUSED -> "  PROTECTED DATA: not applied";
        };
    }

    private void print(Attribute attribute) {
        out.println("        " + attribute.path() + "  " + text(attribute.before()) + " → " + text(attribute.after())
                + (attribute.replaces() ? "  (forces replacement)" : ""));
    }

    static String text(Value value) {
        return switch (value.kind()) {
            case ABSENT -> "none";
            case KNOWN -> value.text();
            case UNKNOWN -> "(known after apply)";
            case SENSITIVE -> "(sensitive)";
        };
    }

    private void print(Bill bill) {
        if (!bill.lines().isEmpty()) {
            out.println(String.format(Locale.ROOT, "A month costs %+.2f %s (%.2f, then %.2f), without traffic and use.",
                    bill.difference(), bill.currency(), bill.before(), bill.after()));
        }
        named("Paid by use", bill.byUse());
        named("Price known after apply", bill.unknown());
        named("Not in the price file", bill.unlisted());
        if (!bill.lines().isEmpty()) {
            out.println("Prices of " + bill.date() + ", " + bill.region() + ".");
        }
    }

    private void named(String what, List<String> addresses) {
        if (!addresses.isEmpty()) {
            out.println(what + ": " + String.join(", ", addresses.stream().limit(MOST_NAMED).toList())
                    + (addresses.size() > MOST_NAMED ? " and " + (addresses.size() - MOST_NAMED) + " more" : "") + ".");
        }
    }

    static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Action action) {
        return switch (action) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case REPLACE -> "-/+";
            case DESTROY -> "-";
            case READ -> "<=";
            case FORGET -> ".";
            case NONE -> "";
        };
    }
}
