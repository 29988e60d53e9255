package com.sentori.console.infra;

import com.sentori.console.backends.BackendException;
import com.sentori.console.charts.Annotation;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Applied;
import com.sentori.console.terraform.Applies;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Message;
import com.sentori.console.terraform.Offer;
import com.sentori.console.terraform.Output;
import com.sentori.console.terraform.Program;
import com.sentori.console.terraform.ShownPlan;
import com.sentori.console.terraform.Workplace;
import com.sentori.console.terraform.Workplace.Aim;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The plan that is shown of the environment that is chosen, and what may be done with it. Terraform runs on other threads; everything here is of the FX thread.
 */
public final class InfraModel {
    private final EnvironmentsModel environments;
    private final ConnectionsModel connections;
    private final Program program;
    private final Path data;
    private final Applies applies;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Clock clock;
    private final Map<String, Workplace> places = new ConcurrentHashMap<>();
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable ShownPlan> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Aim> aim = new ReadOnlyObjectWrapper<>(Aim.APPLY);
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Done> applied = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper interrupting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper runsTouched = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final BooleanProperty forcing = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObservableList<Output> outputs = FXCollections.observableArrayList();
    private final Map<String, Message.Progress> progress = new HashMap<>();
    private final ReadOnlyLongWrapper ticks = new ReadOnlyLongWrapper();
    private List<Applies.Entry> entries = List.of();
    private @Nullable Workplace working;

    /**
     * Over these environments.
     *
     * @param data where what belongs to them is kept, and what was applied is noted
     */
    public InfraModel(EnvironmentsModel environments, ConnectionsModel connections, Program program, Path data,
            Actions actions, Texts texts, Desk desk, Clock clock) {
        this.environments = environments;
        this.connections = connections;
        this.program = program;
        this.data = data;
        this.applies = new Applies(data);
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.clock = clock;
        environments.chosenProperty().subscribe(this::turnTo);
        typed.subscribe(this::judge);
        reason.subscribe(this::judge);
        texts.localeProperty().subscribe(this::judge);
        reloadApplied();
    }

    private void turnTo(@Nullable Environment now) {
        discard();
        outputs.clear();
        trouble.set(null);
        offer.set(null);
        applied.set(null);
        judge();
    }

    /** The environments. */
    public EnvironmentsModel environments() {
        return environments;
    }

    /** What is being done. */
    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The plan that is shown; null without. */
    public ReadOnlyObjectProperty<@Nullable ShownPlan> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the plan is for. */
    public ReadOnlyObjectProperty<Aim> aimProperty() {
        return aim.getReadOnlyProperty();
    }

    /** Why the last thing was not done; null if it was. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The backend that the stack provides, and nobody has saved yet; null without. */
    public ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** What was applied last, until a plan is made; null without. */
    ReadOnlyObjectProperty<@Nullable Done> appliedProperty() {
        return applied.getReadOnlyProperty();
    }

    /** Whether Terraform was asked to end. */
    public ReadOnlyBooleanProperty interruptingProperty() {
        return interrupting.getReadOnlyProperty();
    }

    /** Whether the operator is asked about ending Terraform at once. */
    public BooleanProperty forcingProperty() {
        return forcing;
    }

    /** How many runs are RUNNING on what the plan touches. */
    public ReadOnlyIntegerProperty runsTouchedProperty() {
        return runsTouched.getReadOnlyProperty();
    }

    /** Why the plan cannot be applied; empty if it can. */
    public ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /** How many resources are done. */
    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What is typed where the name of a production environment is wanted. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** Why it cannot wait until runs have ended. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** The outputs of the stack, as they were read last. */
    public ObservableList<Output> outputs() {
        return outputs;
    }

    /** How far a resource is; null before anything is done. */
    public Message.@Nullable Progress progressOf(String address) {
        return progress.get(address);
    }

    /** Changes whenever resources have come further. */
    public ReadOnlyLongProperty ticksProperty() {
        return ticks.getReadOnlyProperty();
    }

    /** What was applied from this machine, while a run was on, to what may have touched its backend. */
    public List<Annotation> marks(String backend, Run run) {
        return entries.stream()
                .filter(each -> backend.equals(each.backend()) && !each.at().isBefore(run.startedAt())
                        && (run.finishedAt() == null || !each.at().isAfter(run.finishedAt())))
                .map(each -> new Annotation("apply-" + each.at(), each.at().toEpochMilli(),
                        each.reason().isEmpty()
                                ? texts.get("live.mark.applied", each.environment())
                                : texts.get("live.mark.applied.reason", each.environment(), each.reason()),
                        Annotation.Kind.AUTOMATIC))
                .toList();
    }

    /** Takes over what was applied from this machine, also by commands. */
    public void reloadApplied() {
        actions.run(applies::all, all -> entries = all,
                fault -> desk.complain(() -> texts.get("infra.applies.unread", String.valueOf(fault.getMessage()))));
    }

    /** Takes over how many runs are running. */
    public void refresh() {
        Environment now = environments.chosenProperty().get();
        String backend = now == null ? null : now.backend();
        int running = backend == null
                ? 0
                : connections.byName(backend).map(each -> each.state().running().size()).orElse(0);
        if (running != runsTouched.get()) {
            runsTouched.set(running);
            judge();
        }
    }

    /** Makes a plan. */
    public void plan(Aim wanted) {
        Workplace place = place();
        if (place != null && !standing.get().isBusy()) {
            discard();
            aim.set(wanted);
            applied.set(null);
            Ongoing ongoing = begin(Standing.PLANNING, place);
            run(() -> place.plan(wanted, ongoing), plan -> {
                if (place.environment().equals(environments.chosenProperty().get())) {
                    // So far they were read; nothing is done to them yet.
                    progress.clear();
                    shown.set(plan);
                    refresh();
                    judge();
                } else {
                    plan.close();
                }
            });
        }
    }

    /** Reads the outputs. */
    public void readOutputs() {
        Workplace place = place();
        if (place != null && !standing.get().isBusy()) {
            begin(Standing.READING, place);
            run(place::outputs, this::took);
        }
    }

    private void took(List<Output> now) {
        outputs.setAll(now);
        offer.set(Offer.of(now).filter(this::isNew).orElse(null));
    }

    private boolean isNew(Offer one) {
        return connections.items()
                .stream()
                .map(BackendItem::profile)
                .noneMatch(each -> each.url().equals(one.profile().url()));
    }

    /** Applies the plan that is shown, and no other. */
    public void apply() {
        ShownPlan plan = shown.get();
        Workplace place = place();
        judge();
        if (plan == null || place == null || !blocked.get().isEmpty()) {
            return;
        }
        String name = typed.get();
        Environment environment = place.environment();
        String why = runsTouched.get() > 0 ? reason.get() : "";
        String complaint = texts.get("infra.blocked.reason");
        Ongoing ongoing = begin(Standing.APPLYING, place);
        run(() -> {
            requireReason(environment, why, complaint);
            applies.add(new Applies.Entry(clock.instant(), environment.name(), environment.backend(), why));
            return place.apply(plan, name, ongoing);
        }, this::done, () -> {
            // Its file is gone, whatever came of it.
            shown.set(null);
            reloadApplied();
        });
    }

    /** A run may have begun since the backend was heard last. Away from the FX thread. */
    private void requireReason(Environment environment, String why, String complaint) throws IOException {
        String name = environment.backend();
        Optional<BackendItem> touched = name == null ? Optional.empty() : connections.byName(name);
        if (touched.isPresent() && why.isBlank()) {
            try {
                if (!touched.get().connection().client().running().isEmpty()) {
                    throw new IOException(complaint);
                }
            } catch (BackendException e) {
                // What does not answer has nobody who could be disturbed.
            }
        }
    }

    private void done(Applied now) {
        took(now.outputs());
        applied.set(new Done(clock.instant(), now));
        desk.praise(() -> texts.get("infra.applied", now.added(), now.changed(), now.destroyed()));
    }

    private Ongoing begin(Standing what, Workplace place) {
        working = place;
        trouble.set(null);
        offer.set(null);
        interrupting.set(false);
        forcing.set(false);
        progress.clear();
        done.set(0);
        standing.set(what);
        judge();
        Ongoing[] self = new Ongoing[1];
        Ongoing ongoing = new Ongoing(() -> actions.show(() -> take(Objects.requireNonNull(self[0]), place)));
        self[0] = ongoing;
        return ongoing;
    }

    private void take(Ongoing ongoing, Workplace from) {
        if (from.equals(working)) {
            progress.putAll(ongoing.take());
            ticks.set(ticks.get() + 1);
            done.set(ongoing.done());
            if (ongoing.isInterrupted()) {
                interrupting.set(true);
            }
        }
    }

    private <T> void run(Callable<T> work, Consumer<T> then) {
        run(work, then, () -> {});
    }

    private <T> void run(Callable<T> work, Consumer<T> then, Runnable always) {
        actions.run(work, result -> {
            end();
            always.run();
            then.accept(result);
            judge();
        }, fault -> {
            end();
            always.run();
            trouble.set(Trouble.of(fault));
            judge();
        });
    }

    private void end() {
        working = null;
        interrupting.set(false);
        forcing.set(false);
        standing.set(Standing.IDLE);
    }

    /**
     * What came of a plan.
     *
     * @param at when it was done
     * @param what was done
     */
    record Done(Instant at, Applied what) {}

    /** Lets the plan go; its file is deleted. */
    public void discard() {
        ShownPlan plan = shown.get();
        shown.set(null);
        typed.set("");
        reason.set("");
        progress.clear();
        if (plan != null) {
            actions.run(() -> {
                plan.close();
                return plan;
            }, _ -> {}, _ -> {});
        }
        judge();
    }

    /** Asks Terraform to end in order; a second time the operator is warned first. */
    public void interrupt() {
        if (interrupting.get()) {
            forcing.set(true);
        } else {
            interrupting.set(true);
            signal();
        }
    }

    /** Has Terraform end at once, after the warning. */
    public void force() {
        forcing.set(false);
        signal();
    }

    private void signal() {
        Workplace place = working;
        if (place != null) {
            actions.run(place::interrupt, asked -> {
                if (!asked) {
                    desk.complain(() -> texts.get("infra.interrupt.not"));
                }
            }, _ -> desk.complain(() -> texts.get("infra.interrupt.not")));
        }
    }

    /** Saves the backend that the stack provides. */
    public void keepOffer() {
        Offer one = offer.get();
        if (one != null) {
            connections.select(null);
            connections.nameProperty().set(one.profile().name());
            connections.urlProperty().set(one.profile().url().toString());
            if (connections.keep()) {
                offer.set(null);
            } else {
                desk.go(Place.BACKENDS);
            }
        }
    }

    private @Nullable Workplace place() {
        Environment now = environments.chosenProperty().get();
        if (now == null) {
            return null;
        }
        Workplace known = places.get(now.name());
        if (known == null || !known.environment().equals(now)) {
            known = new Workplace(now, program, data, clock);
            places.put(now.name(), known);
        }
        return known;
    }

    private void judge() {
        ShownPlan plan = shown.get();
        Environment environment = environments.chosenProperty().get();
        if (plan == null || environment == null) {
            blocked.set(texts.get("infra.blocked.plan"));
        } else if (standing.get().isBusy()) {
            blocked.set(texts.get("infra.blocked.busy"));
        } else if (environment.readOnly()) {
            blocked.set(texts.get("infra.blocked.readonly"));
        } else if (aim.get() == Aim.DRIFT) {
            blocked.set(texts.get("infra.blocked.drift"));
        } else if (plan.plan().isEmpty() && plan.plan().changes().isEmpty()) {
            blocked.set(texts.get("infra.blocked.empty"));
        } else if (!plan.plan().refused().isEmpty()) {
            blocked.set(texts.get("infra.blocked.protected", plan.plan().refused().size(),
                    plan.plan().refused().getFirst().address()));
        } else if (runsTouched.get() > 0 && reason.get().isBlank()) {
            blocked.set(texts.get("infra.blocked.reason"));
        } else if (environment.production() && !typed.get().strip().equals(environment.name())) {
            blocked.set(texts.get("infra.blocked.name", environment.name()));
        } else {
            blocked.set("");
        }
    }

    /** What takes secrets out of a text that somebody wrote. Any thread. */
    public String hide(String text) {
        String hidden = text;
        for (Workplace place : List.copyOf(places.values())) {
            hidden = place.hide(hidden);
        }
        return hidden;
    }

    /** Lets the plan go. What Terraform does is ended in order as the process ends. */
    public void close() {
        ShownPlan plan = shown.get();
        if (plan != null && standing.get() != Standing.APPLYING) {
            plan.close();
        }
    }
}
