package com.sentori.console.connections;

import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Token;
import com.sentori.console.credentials.Safe;
import com.sentori.console.credentials.SealedFile;
import com.sentori.console.credentials.WrongPassphraseException;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens are kept between two starts, as the operator chose: what is not kept there is kept nowhere. FX thread; safes are waited for elsewhere.
 */
public final class TokensModel {
    /** How the keeping of tokens stands. */
    public enum Standing {
        /** They are kept in the system's keychain. */
        KEYCHAIN,
        /** The keychain is looked for. */
        LOOKING,
        /** There is no keychain: they are kept until the console ends. */
        NO_KEYCHAIN,
        /** They are kept in the file, which is open. */
        FILE,
        /** The file waits for its passphrase: until then tokens are kept until the console ends. */
        FILE_CLOSED,
        /** They are kept until the console ends. */
        SESSION
    }

    private final ConnectionsModel connections;
    private final Callable<Optional<? extends Safe>> keychain;
    private final @Nullable Path folder;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Keeping> keeping;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.SESSION);
    private final StringProperty passphrase = new SimpleStringProperty("");
    private @Nullable Safe safe;

    /**
     * Of these backends.
     *
     * @param keychain finds the system's, and waits for it
     * @param folder of the sealed file; null for nowhere
     * @param changed called when the operator chose another way
     */
    public TokensModel(ConnectionsModel connections, Keeping chosen, Callable<Optional<? extends Safe>> keychain,
            @Nullable Path folder, Actions actions, Texts texts, Desk desk, Runnable changed) {
        this.connections = connections;
        this.keychain = keychain;
        this.folder = folder;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.changed = changed;
        this.keeping = new ReadOnlyObjectWrapper<>(chosen);
        connections.follow(this);
        begin();
    }

    /** The way that was chosen. */
    public ReadOnlyObjectProperty<Keeping> keepingProperty() {
        return keeping.getReadOnlyProperty();
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The passphrase in the form; empty once it is taken. */
    public StringProperty passphraseProperty() {
        return passphrase;
    }

    /** Keeps tokens in another way from now on; what was kept in the one before is forgotten there. */
    public void choose(Keeping chosen) {
        if (chosen == keeping.get()) {
            return;
        }
        connections.items().forEach(this::removed);
        keeping.set(chosen);
        changed.run();
        begin();
    }

    private void begin() {
        safe = null;
        switch (keeping.get()) {
            case SESSION -> standing.set(Standing.SESSION);
            case FILE -> standing.set(Standing.FILE_CLOSED);
            case KEYCHAIN -> {
                standing.set(Standing.LOOKING);
                actions.run(keychain, found -> {
                    if (keeping.get() == Keeping.KEYCHAIN) {
                        found.ifPresentOrElse(there -> use(there, Standing.KEYCHAIN),
                                () -> standing.set(Standing.NO_KEYCHAIN));
                    }
                }, _ -> standing.set(Standing.NO_KEYCHAIN));
            }
        }
    }

    /** Opens the file with the passphrase in the form, or makes it. */
    public void unlock() {
        char[] typed = passphrase.get().toCharArray();
        passphrase.set("");
        Path where = folder;
        if (keeping.get() != Keeping.FILE || where == null || typed.length == 0) {
            desk.complain(() -> texts.get("settings.tokens.passphrase.missing"));
            return;
        }
        actions.run(() -> SealedFile.open(where, typed), opened -> {
            if (keeping.get() == Keeping.FILE) {
                use(opened, Standing.FILE);
            }
        }, fault -> desk.complain(() -> fault instanceof WrongPassphraseException
                ? texts.get("settings.tokens.passphrase.wrong")
                : texts.get("settings.tokens.failed", String.valueOf(fault.getMessage()))));
    }

    private void use(Safe found, Standing as) {
        safe = found;
        standing.set(as);
        for (BackendItem item : List.copyOf(connections.items())) {
            if (item.connection().client().token() == null) {
                added(item);
            } else {
                used(item);
            }
        }
    }

    /** Calls a backend with the token that is kept for its address, if there is one. */
    void added(BackendItem item) {
        Safe from = safe;
        if (from != null) {
            actions.run(() -> from.find(name(item)), found -> found.ifPresent(text -> take(item, text)), this::failed);
        }
    }

    private void take(BackendItem item, String text) {
        try {
            if (item.connection().client().token() == null) {
                item.connection().client().use(Token.of(text));
            }
        } catch (IllegalArgumentException e) {
            // Somebody else has put something there: it is no token.
        }
    }

    /** Keeps the token that a backend is called with. */
    void used(BackendItem item) {
        Safe to = safe;
        Token token = item.connection().client().token();
        if (to != null && token != null) {
            actions.run(() -> {
                to.keep(name(item), token.text());
                return item;
            }, _ -> {}, this::failed);
        }
    }

    /** Keeps it no longer. */
    void removed(BackendItem item) {
        Safe from = safe;
        if (from != null) {
            actions.run(() -> {
                from.forget(name(item));
                return item;
            }, _ -> {}, this::failed);
        }
    }

    private void failed(Exception fault) {
        desk.complain(() -> texts.get("settings.tokens.failed", String.valueOf(fault.getMessage())));
    }

    /** To another address it does not go along: who listens there is not known. */
    private static String name(BackendItem item) {
        return item.profile().url().toString();
    }
}
