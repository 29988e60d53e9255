package com.sentori.console.boards;

import com.sentori.console.dashboards.Chosen;
import com.sentori.console.dashboards.Variable;
import com.sentori.console.dashboards.Variable.Option;
import com.sentori.console.stage.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Makes the fields in which variables are chosen. FX thread. */
final class VariableFields {
    /** A menu cannot show more; the command line can choose the others. */
    private static final int MOST = 200;
    private static final int LONGEST = 28;

    private VariableFields() {}

    /** One for each that is to be chosen; {@code wanted} is told of every choice. */
    static List<Node> of(List<Chosen> chosen, Texts texts, BiConsumer<String, List<String>> wanted) {
        List<Node> fields = new ArrayList<>();
        for (Chosen each : chosen) {
            boolean fixed = each.variable().hidden() || each.variable().kind() == Variable.Kind.CONSTANT
                    || each.variable().kind() == Variable.Kind.DATASOURCE;
            if (!fixed) {
                fields.add(field(each, texts, wanted));
            }
        }
        return fields;
    }

    private static Node field(Chosen chosen, Texts texts, BiConsumer<String, List<String>> wanted) {
        String name = chosen.variable().name();
        Label label = new Label(chosen.variable().label());
        label.getStyleClass().add("field-label");
        label.setMinWidth(Control.USE_PREF_SIZE);
        Control control = switch (chosen.variable().kind()) {
            case TEXTBOX -> text(chosen, value -> wanted.accept(name, List.of(value)));
            default -> chosen.variable().many()
                    ? many(chosen, texts, values -> wanted.accept(name, values))
                    : one(chosen, texts, value -> wanted.accept(name, List.of(value)));
        };
        control.setAccessibleText(chosen.variable().label());
        label.setLabelFor(control);
        if (!chosen.fault().isEmpty()) {
            control.setTooltip(new Tooltip(chosen.fault()));
        }
        HBox field = new HBox(label, control);
        field.getStyleClass().add("variable");
        return field;
    }

    private interface Choice<T> {
        void of(T value);
    }

    private static TextField text(Chosen chosen, Choice<String> choice) {
        TextField field = new TextField(String.join(",", chosen.values()));
        field.setOnAction(_ -> choice.of(field.getText()));
        return field;
    }

    private static ComboBox<Option> one(Chosen chosen, Texts texts, Choice<String> choice) {
        ComboBox<Option> box = new ComboBox<>();
        Option all = new Option(texts.get("boards.all"), Variable.ALL);
        if (chosen.variable().withAll()) {
            box.getItems().add(all);
        }
        box.getItems().addAll(chosen.options());
        box.setConverter(new Words());
        if (chosen.all()) {
            box.setValue(all);
        } else if (!chosen.values().isEmpty()) {
            box.setValue(new Option(chosen.texts().getFirst(), chosen.values().getFirst()));
        }
        box.setPromptText(texts.get("boards.none"));
        box.setDisable(box.getItems().isEmpty());
        box.setOnAction(_ -> {
            Option now = box.getValue();
            if (now != null) {
                choice.of(now.value());
            }
        });
        return box;
    }

    private static MenuButton many(Chosen chosen, Texts texts, Choice<List<String>> choice) {
        MenuButton menu = new MenuButton(shortened(chosen.all()
                ? texts.get("boards.all")
                : chosen.texts().isEmpty() ? texts.get("boards.none") : String.join(" + ", chosen.texts())));
        if (chosen.variable().withAll()) {
            CheckMenuItem all = new CheckMenuItem(texts.get("boards.all"));
            all.setSelected(chosen.all());
            all.setOnAction(_ -> choice.of(List.of(Variable.ALL)));
            menu.getItems().add(all);
        }
        for (Option each : chosen.options().subList(0, Math.min(MOST, chosen.options().size()))) {
            CheckMenuItem item = new CheckMenuItem(each.text());
            item.setMnemonicParsing(false);
            item.setSelected(!chosen.all() && chosen.values().contains(each.value()));
            item.setOnAction(_ -> choice.of(toggled(chosen, each.value(), item.isSelected())));
            menu.getItems().add(item);
        }
        if (chosen.options().size() > MOST) {
            MenuItem rest = new MenuItem(texts.get("boards.more", chosen.options().size() - MOST));
            rest.setDisable(true);
            menu.getItems().add(rest);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private static List<String> toggled(Chosen chosen, String value, boolean now) {
        List<String> values = new ArrayList<>(chosen.all() ? List.of() : chosen.values());
        values.remove(value);
        if (now) {
            values.add(value);
        }
        return values.isEmpty() && chosen.variable().withAll() ? List.of(Variable.ALL) : values;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static final class Words extends StringConverter<Option> {
        @Override
        public String toString(@Nullable Option option) {
            return option == null ? "" : option.text();
        }

        @Override
        public Option fromString(String text) {
            return new Option(text, text);
        }
    }
}
