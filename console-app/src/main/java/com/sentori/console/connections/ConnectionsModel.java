package com.sentori.console.connections;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.backends.Token;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The backends: which there are, how they stand, and the form that adds and changes them. FX thread. */
public final class ConnectionsModel {
    private static final String READY = "READY ";
    private static final int LONGEST_NAME = 40;

    private final Backends backends;
    private final Texts texts;
    private final Desk desk;
    private final Runnable changed;
    private final ObservableList<BackendItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable BackendItem> selected = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty url = new SimpleStringProperty("");
    private final StringProperty nameFault = new SimpleStringProperty("");
    private final StringProperty urlFault = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final StringProperty tokenFault = new SimpleStringProperty("");
    private final TelemetryForm telemetry;
    private @Nullable TokensModel tokens;

    /**
     * Over these backends.
     *
     * @param changed called after profiles were added, changed or removed
     */
    public ConnectionsModel(Backends backends, Texts texts, Desk desk, Runnable changed) {
        this.backends = backends;
        this.texts = texts;
        this.desk = desk;
        this.changed = changed;
        this.telemetry = new TelemetryForm(texts);
        selected.subscribe(this::fillForm);
        name.subscribe(() -> nameFault.set(""));
        url.subscribe(() -> urlFault.set(""));
        token.subscribe(() -> tokenFault.set(""));
        backends.all().forEach(connection -> items.add(new BackendItem(connection)));
        select(items.isEmpty() ? null : items.getFirst());
    }

    /** Takes over how the connections stand now. */
    public void refresh() {
        for (BackendItem item : items) {
            String before = item.state().replaced();
            item.refresh();
            if (!Objects.equals(before, item.state().replaced())) {
                desk.complain(() -> texts.get("health.replaced", item.name()));
            }
        }
    }

    /** The backends, in the order in which they were added. */
    public ObservableList<BackendItem> items() {
        return items;
    }

    /** The one of this name. */
    public Optional<BackendItem> byName(String wanted) {
        return items.stream().filter(item -> item.name().equals(wanted)).findFirst();
    }

    /** The one that the form shows; null while a new one is typed. */
    public ObjectProperty<@Nullable BackendItem> selectedProperty() {
        return selected;
    }

    /** Shows one in the form, or an empty form. */
    public void select(@Nullable BackendItem item) {
        selected.set(item);
        fillForm();
    }

    /** The name in the form. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The address in the form, or the sandbox's READY line. */
    public StringProperty urlProperty() {
        return url;
    }

    /** What is wrong with the name; empty if nothing is. */
    public StringProperty nameFaultProperty() {
        return nameFault;
    }

    /** What is wrong with the address; empty if nothing is. */
    public StringProperty urlFaultProperty() {
        return urlFault;
    }

    /** The token in the form; empty once it is taken. */
    public StringProperty tokenProperty() {
        return token;
    }

    /** What is wrong with the token; empty if nothing is. */
    public StringProperty tokenFaultProperty() {
        return tokenFault;
    }

    /** Where the backend's own figures are, in the form. */
    public TelemetryForm telemetry() {
        return telemetry;
    }

    /** Who keeps tokens; nobody until one comes. */
    void follow(TokensModel keeper) {
        tokens = keeper;
    }

    private void tell(BiConsumer<TokensModel, BackendItem> what, BackendItem item) {
        TokensModel keeper = tokens;
        if (keeper != null) {
            what.accept(keeper, item);
        }
    }

    /** Calls the selected backend with the token in the form, and has it kept as the operator chose. */
    public void useToken() {
        BackendItem item = selected.get();
        if (item != null) {
            try {
                use(item, Token.of(token.get()));
                token.set("");
            } catch (IllegalArgumentException e) {
                tokenFault.set(texts.get("backends.fault.token"));
            }
        }
    }

    /** Calls a backend with a token, and has it kept as the operator chose. */
    void use(BackendItem item, Token proof) {
        item.connection().client().use(proof);
        tell(TokensModel::used, item);
        desk.say(() -> texts.get("backends.token.used", item.name()));
    }

    /** Keeps what the form says: a new backend, or the change of the selected one. Whether it was right. */
    public boolean keep() {
        if (url.get().strip().startsWith(READY)) {
            return keepSandbox(url.get().strip().substring(READY.length()));
        }
        BackendItem old = selected.get();
        BackendProfile profile = read(old);
        if (profile == null) {
            return false;
        }
        if (old != null) {
            drop(old);
        }
        // To another address it does not go along: who listens there is not known.
        BackendItem item = add(profile,
                old != null && old.profile().url().equals(profile.url()) ? old.connection().client().token() : null);
        changed.run();
        select(item);
        desk.say(() -> texts.get("backends.kept", profile.name()));
        return true;
    }

    /** Forgets the selected backend. */
    public void remove() {
        BackendItem item = selected.get();
        if (item != null) {
            drop(item);
            tell(TokensModel::removed, item);
            changed.run();
            select(items.isEmpty() ? null : items.getFirst());
            desk.say(() -> texts.get("backends.removed", item.name()));
        }
    }

    private void fillForm() {
        BackendItem item = selected.get();
        name.set(item == null ? "" : item.name());
        url.set(item == null ? "" : item.profile().url().toString());
        telemetry.fill(item == null ? Telemetry.NONE : item.profile().telemetry());
        token.set("");
        nameFault.set("");
        urlFault.set("");
    }

    private @Nullable BackendProfile read(@Nullable BackendItem old) {
        String wanted = name.get().strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            nameFault.set(texts.get("backends.fault.name", LONGEST_NAME));
        } else if (byName(wanted).filter(item -> item != old).isPresent()) {
            nameFault.set(texts.get("backends.fault.taken", wanted));
        }
        BackendProfile profile = null;
        try {
            profile = BackendProfile.of("x", url.get());
        } catch (IllegalArgumentException e) {
            urlFault.set(texts.get("backends.fault.url"));
        }
        Telemetry figures = telemetry.read();
        return profile == null || figures == null || !nameFault.get().isEmpty()
                ? null
                : new BackendProfile(wanted, profile.url(), figures);
    }

    private boolean keepSandbox(String json) {
        List<BackendProfile> both = new ArrayList<>();
        try {
            JsonNode ready = Json.MAPPER.readTree(json.getBytes(StandardCharsets.UTF_8));
            both.add(BackendProfile.of("ecs", text(ready, "ecs"))
                    .with(Telemetry.ofSandbox(text(ready, "prometheus"), "")));
            both.add(BackendProfile.of("serverless", text(ready, "serverless"))
                    .with(Telemetry.ofSandbox("", text(ready, "cloudWatch"))));
        } catch (JacksonException | IllegalArgumentException e) {
            urlFault.set(texts.get("backends.fault.ready"));
            return false;
        }
        both.forEach(profile -> byName(profile.name()).ifPresent(this::drop));
        List<BackendItem> added = both.stream().map(profile -> add(profile, null)).toList();
        changed.run();
        select(added.getFirst());
        desk.say(() -> texts.get("backends.kept.sandbox"));
        return true;
    }

    private static String text(JsonNode ready, String member) {
        return ready.path(member).asString("");
    }

    private BackendItem add(BackendProfile profile, @Nullable Token proof) {
        BackendItem item = new BackendItem(backends.add(profile, proof));
        items.add(item);
        tell(TokensModel::added, item);
        return item;
    }

    private void drop(BackendItem item) {
        backends.remove(item.name());
        items.remove(item);
    }
}
