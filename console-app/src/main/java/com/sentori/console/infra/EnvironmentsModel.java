package com.sentori.console.infra;

import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.EnvironmentException;
import com.sentori.console.terraform.Environments;
import com.sentori.console.terraform.Tint;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The environments: which there are, which one is chosen, and the form that adds and changes them. FX thread. */
public final class EnvironmentsModel {
    private @Nullable Path folder;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final ObservableList<Environment> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Environment> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Environment> edited = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty label = new SimpleStringProperty("");
    private final ObjectProperty<Tint> colour = new SimpleObjectProperty<>(Tint.GREY);
    private final StringProperty stack = new SimpleStringProperty("");
    private final StringProperty variables = new SimpleStringProperty("");
    private final StringProperty backendConfig = new SimpleStringProperty("");
    private final StringProperty awsProfile = new SimpleStringProperty("");
    private final StringProperty backend = new SimpleStringProperty("");
    private final BooleanProperty production = new SimpleBooleanProperty();
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private boolean damaged;

    /**
     * Those of a folder, which are read away from the FX thread.
     *
     * @param folder of the file; null for nowhere
     */
    public EnvironmentsModel(@Nullable Path folder, Actions actions, Texts texts, Desk desk) {
        this.folder = folder;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        edited.subscribe(this::fill);
        List.of(name, label, stack, variables, backendConfig, awsProfile, backend)
                .forEach(each -> each.subscribe(() -> fault.set("")));
        reload();
    }

    /** Works from now on with those of another folder. */
    public void readFrom(Path other) {
        folder = other;
        reload();
    }

    /** Takes over what is in the file now. */
    public void reload() {
        Path from = folder;
        if (from != null) {
            actions.run(() -> Environments.in(from), this::take, wrong -> {
                damaged = true;
                desk.complain(() -> texts.get("environments.unread", String.valueOf(wrong.getMessage())));
            });
        }
    }

    private void take(List<Environment> now) {
        damaged = false;
        if (!now.equals(all)) {
            Environment before = chosen.get();
            all.setAll(now);
            chosen.set(now.stream()
                    .filter(each -> before != null && each.name().equals(before.name()))
                    .findFirst()
                    .orElse(now.isEmpty() ? null : now.getFirst()));
        }
    }

    /** All, in the order of the file. */
    public ObservableList<Environment> all() {
        return all;
    }

    /** The one that is worked on, and that every window shows; null without. */
    public ObjectProperty<@Nullable Environment> chosenProperty() {
        return chosen;
    }

    /** The one in the form; null while a new one is typed. */
    public ObjectProperty<@Nullable Environment> editedProperty() {
        return edited;
    }

    /** Its name in the form. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What windows show. */
    public StringProperty labelProperty() {
        return label;
    }

    /** By which it is told at a glance. */
    public ObjectProperty<Tint> colourProperty() {
        return colour;
    }

    /** The folder of its configuration. */
    public StringProperty stackProperty() {
        return stack;
    }

    /** Its files of values, with commas between them. */
    public StringProperty variablesProperty() {
        return variables;
    }

    /** The file that says where the state is. */
    public StringProperty backendConfigProperty() {
        return backendConfig;
    }

    /** The profile of the AWS settings. */
    public StringProperty awsProfileProperty() {
        return awsProfile;
    }

    /** The saved backend that it provides. */
    public StringProperty backendProperty() {
        return backend;
    }

    /** Whether its name has to be typed. */
    public BooleanProperty productionProperty() {
        return production;
    }

    /** Whether nothing may be changed. */
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** What is wrong with the form; empty if nothing is. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    private void fill(@Nullable Environment known) {
        name.set(known == null ? "" : known.name());
        label.set(known == null ? "" : known.label());
        colour.set(known == null ? Tint.GREY : known.colour());
        stack.set(known == null ? "" : known.stack().toString());
        variables.set(known == null ? "" : String.join(", ", known.variables()));
        backendConfig.set(known == null ? "" : Objects.requireNonNullElse(known.backendConfig(), ""));
        awsProfile.set(known == null ? "" : Objects.requireNonNullElse(known.awsProfile(), ""));
        backend.set(known == null ? "" : Objects.requireNonNullElse(known.backend(), ""));
        production.set(known != null && known.production());
        readOnly.set(known != null && known.readOnly());
        fault.set("");
    }

    /** An empty form. */
    public void begin() {
        edited.set(null);
        fill(null);
    }

    /** Keeps what the form says. */
    public void keep() {
        try {
            List<String> files = Arrays.stream(variables.get().split(",", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            Environment typed = new Environment(name.get().strip(), label.get(), colour.get(),
                    Path.of(stack.get().strip()), files, backendConfig.get(), awsProfile.get(), backend.get(),
                    production.get(), readOnly.get()).checked();
            Environment old = edited.get();
            List<Environment> next = new ArrayList<>(all);
            if (old == null || !next.contains(old)) {
                next.add(typed);
            } else {
                next.set(next.indexOf(old), typed);
            }
            write(next, typed);
        } catch (EnvironmentException e) {
            fault.set(wording(e));
        } catch (InvalidPathException e) {
            fault.set(texts.get("environments.fault.STACK", stack.get()));
        }
    }

    /** Forgets the one in the form; what it has provided stays as it is. */
    public void remove() {
        Environment known = edited.get();
        if (known != null) {
            write(all.stream().filter(each -> !each.equals(known)).toList(), null);
        }
    }

    private void write(List<Environment> next, @Nullable Environment then) {
        Path to = folder;
        if (damaged) {
            fault.set(texts.get("environments.damaged"));
            return;
        }
        actions.run(() -> {
            if (to != null) {
                Environments.keep(next, to);
            }
            return next;
        }, kept -> {
            take(kept);
            edited.set(then);
            desk.say(() -> texts.get("environments.kept"));
        }, wrong -> fault.set(wrong instanceof EnvironmentException known
                ? wording(known)
                : texts.get("environments.unkept", String.valueOf(wrong.getMessage()))));
    }

    private String wording(EnvironmentException wrong) {
        return texts.get("environments.fault." + wrong.why(), wrong.about());
    }
}
