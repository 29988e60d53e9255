package com.sentori.console.connections;

import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Token;
import com.sentori.console.signin.BrowserSignIn;
import com.sentori.console.signin.DeviceSignIn;
import com.sentori.console.signin.Provider;
import com.sentori.console.signin.SignInException;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import com.sentori.contract.info.Info;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Signing in at the issuer that the selected backend names, one sign-in at a time. FX thread. */
public final class SignInModel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ConnectionsModel connections;
    private final Backends backends;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Clock clock;
    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private Consumer<String> browser = _ -> {};

    /** At these backends, by whose client the issuers are called. */
    public SignInModel(ConnectionsModel connections, Backends backends, Actions actions, Texts texts, Desk desk,
            Clock clock) {
        this.connections = connections;
        this.backends = backends;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.clock = clock;
    }

    /** Opens pages by this from now on; until then they are only shown. */
    public void opensWith(Consumer<String> opener) {
        browser = opener;
    }

    /** The page on which the person signs in; empty while no sign-in waits for it. */
    public ReadOnlyStringProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What they type there; empty if they type nothing. */
    public ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** Whether a sign-in is under way. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Signs in in a browser on this machine. */
    public void inBrowser() {
        begin(provider -> {
            try (BrowserSignIn signIn = provider.browser()) {
                show(signIn.page().toString(), "");
                return signIn.await(PATIENCE);
            }
        });
    }

    /** Signs in with a code that is typed in any browser. */
    public void withCode() {
        begin(provider -> {
            DeviceSignIn signIn = provider.device(clock);
            show(signIn.filledPage().toString(), signIn.code());
            return signIn.await();
        });
    }

    private void show(String address, String typed) {
        actions.show(() -> {
            page.set(address);
            code.set(typed);
            browser.accept(address);
        });
    }

    private void begin(Way way) {
        BackendItem item = connections.selectedProperty().get();
        Info info = item == null ? null : item.state().info();
        if (item == null || info == null || waiting.get()) {
            return;
        }
        waiting.set(true);
        actions.run(() -> {
            worker.set(Thread.currentThread());
            try {
                return way.signIn(Provider.of(info.auth(), backends.http()));
            } catch (InterruptedException e) {
                // Cancelled: the thread has no other use for it.
                throw new CancelledException();
            } finally {
                worker.set(null);
            }
        }, token -> {
            end();
            connections.use(item, token);
        }, fault -> {
            end();
            if (!(fault instanceof CancelledException)) {
                desk.complain(() -> sentence(fault));
            }
        });
    }

    private String sentence(Exception fault) {
        return fault instanceof SignInException signIn
                ? texts.of("backends.signin", signIn.kind())
                : String.valueOf(fault.getMessage());
    }

    private void end() {
        waiting.set(false);
        page.set("");
        code.set("");
    }

    /** Waits no longer for the person. */
    public void cancel() {
        Thread waits = worker.get();
        if (waits != null) {
            waits.interrupt();
        }
    }

    @Override
    public void close() {
        cancel();
    }

    private interface Way {
        Token signIn(Provider provider) throws SignInException, InterruptedException;
    }

    private static final class CancelledException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
