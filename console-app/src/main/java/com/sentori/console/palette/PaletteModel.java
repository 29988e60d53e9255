package com.sentori.console.palette;

import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The palette, the sheet of shortcuts, and what the keys of the window mean. FX thread. */
public final class PaletteModel {
    private final Supplier<Commands> repertoire;
    private final Texts texts;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(Sheet.NONE);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Command> results = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Command> selected = new SimpleObjectProperty<>();
    private @Nullable Commands commands;
    private @Nullable Question question;

    /**
     * What is typed in place of a command.
     *
     * @param key of what is asked for
     * @param answer takes what was typed, which is not blank
     */
    record Question(String key, Consumer<String> answer) {}

    /** What lies over the screen. */
    public enum Sheet {
        /** Nothing. */
        NONE,
        /** The palette. */
        PALETTE,
        /** The shortcuts. */
        SHORTCUTS
    }

    /** Of these commands, which are asked for once, when a key is pressed or the palette opened. */
    public PaletteModel(Supplier<Commands> repertoire, Texts texts, Desk desk) {
        this.repertoire = repertoire;
        this.texts = texts;
        this.desk = desk;
        query.subscribe(this::search);
    }

    /** What lies over the screen. */
    public ReadOnlyObjectProperty<Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** Lays something over the screen, or takes it away again if it lies there. */
    public void toggle(Sheet wanted) {
        question = null;
        sheet.set(sheet.get() == wanted ? Sheet.NONE : wanted);
        query.set("");
        search();
    }

    /** Has the palette ask for a word in place of a command. */
    public void ask(String key, Consumer<String> answer) {
        question = new Question(key, answer);
        query.set("");
        search();
        sheet.set(Sheet.PALETTE);
    }

    /** What is asked for; null where commands are. */
    @Nullable
    Question question() {
        return question;
    }

    /** Takes away what lies over the screen. */
    public void close() {
        question = null;
        sheet.set(Sheet.NONE);
    }

    /** Asks for the commands anew, as there are others. */
    public void renew() {
        commands = null;
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The commands that fit, best first. */
    public ObservableList<Command> results() {
        return results;
    }

    /** The command that would be run; null if none fits. */
    public ObjectProperty<@Nullable Command> selectedProperty() {
        return selected;
    }

    /** Chooses the next one, or one further on; past an end it begins at the other. */
    void move(int by) {
        if (!results.isEmpty()) {
            int at = Math.max(0, results.indexOf(selected.get()));
            selected.set(results.get(Math.floorMod(at + by, results.size())));
        }
    }

    /** Does what is chosen, or takes what was asked for. */
    public void run() {
        Question asked = question;
        String answer = query.get().strip();
        if (asked != null && !answer.isEmpty()) {
            close();
            asked.answer().accept(answer);
            return;
        }
        Command command = selected.get();
        if (command != null) {
            close();
            run(command);
        }
    }

    private void run(Command command) {
        if (!command.act().now()) {
            desk.complain(() -> texts.get("palette.impossible", command.name(texts)));
        }
    }

    /** Does what a key means that nobody else took, and consumes it. While something lies over the screen, nothing below it hears. */
    public void press(KeyEvent event) {
        if (sheet.get() == Sheet.NONE) {
            commands().of(event, desk.placeProperty().get()).ifPresent(command -> {
                event.consume();
                run(command);
            });
        }
    }

    private void search() {
        if (question != null) {
            results.clear();
            selected.set(null);
            return;
        }
        results.setAll(commands().fitting(query.get(), desk.placeProperty().get(), texts));
        selected.set(results.isEmpty() ? null : results.getFirst());
    }

    /** The commands. */
    public Commands commands() {
        if (commands == null) {
            commands = repertoire.get();
        }
        return commands;
    }
}
