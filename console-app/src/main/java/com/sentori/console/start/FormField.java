package com.sentori.console.start;

import com.sentori.console.stage.Built;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A control of a form with its name above, and what is said of it below: its fault comes when there is one. FX thread. */
final class FormField extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final String name;
    private final Label label;
    private final Control control;
    private final Label fault;
    private final List<Node> parts;

    /**
     * A field without a fault.
     *
     * @param shown the control, or what it is in
     */
    FormField(String name, Control control, Node shown, Node... below) {
        this.name = name;
        this.label = Built.label(name, "field-label");
        label.setMinWidth(USE_PREF_SIZE);
        this.control = control;
        control.setAccessibleText(name);
        fault = Built.sentence(control.getId() + "Fault", "field-fault");
        parts = new ArrayList<>(List.of(label, shown));
        parts.addAll(List.of(below));
        parts.add(fault);
        Built.styled(this, "field");
        fault("");
    }

    /** Says the largest value that is allowed, beside the name. */
    void atMost(String figure) {
        label.setText(name + " ≤ " + figure);
        control.setAccessibleText(label.getText());
    }

    /** Says what is wrong; nothing is, if it is empty. */
    void fault(String sentence) {
        control.pseudoClassStateChanged(DANGER, !sentence.isEmpty());
        fault.setText(sentence);
        Built.showFilled(this, parts);
    }
}
