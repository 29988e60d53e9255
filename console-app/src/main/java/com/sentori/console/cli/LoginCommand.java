package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.signin.BrowserSignIn;
import com.sentori.console.signin.DeviceSignIn;
import com.sentori.console.signin.Provider;
import com.sentori.console.signin.SignInException;
import com.sentori.contract.info.Auth;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs in at a backend's issuer and prints the token, and nothing else, on stdout. */
@Command(name = "login", mixinStandardHelpOptions = true, description = "Signs in at the issuer that the backend names, and prints the token: ./sentori login > ~/.sentori-token")
final class LoginCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Option(names = "--browser", description = "Shows an address for a browser on this machine, in place of a code for any browser.")
    private boolean browser;

    @Override
    public Integer call() throws BackendException, IOException, SignInException, InterruptedException {
        try (Backends backends = targets.open(); OnSignal _ = OnSignal.interrupt()) {
            BackendClient backend = targets.chosen(backends).getFirst();
            Auth auth = backend.info().auth();
            if (auth.issuer() == null) {
                throw new IllegalArgumentException(backend.profile().name() + " asks nobody for a token.");
            }
            Provider provider = Provider.of(auth, backends.http());
            if (browser) {
                try (BrowserSignIn signIn = provider.browser()) {
                    streams.err().println("Open " + signIn.page());
                    streams.out().println(signIn.await(PATIENCE).text());
                }
            } else {
                DeviceSignIn signIn = provider.device(Clock.systemUTC());
                streams.err()
                        .println("Open " + signIn.page() + " in a browser and type the code " + signIn.code()
                                + ", or open " + signIn.filledPage());
                streams.out().println(signIn.await().text());
            }
            return Exit.PASSED;
        }
    }
}
