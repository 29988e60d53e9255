package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Network;
import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Timing;
import com.sentori.console.backends.Token;
import com.sentori.console.secrets.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command names its backends. */
final class Targets {
    private static final int MAX_TOKEN = 16 * 1024;

    @Option(names = "--backend", paramLabel = "NAME|URL[,…]", defaultValue = "both", description = "Saved backends or addresses, or 'both' (all that are known; the default).")
    private String backend = "both";

    @Option(names = "--ecs", paramLabel = "URL", description = "Address of the ecs backend.")
    private @Nullable String ecs;

    @Option(names = "--serverless", paramLabel = "URL", description = "Address of the serverless backend.")
    private @Nullable String serverless;

    @Option(names = "--user", paramLabel = "NAME", description = "Who you are (3 to 20 of A-Z a-z 0-9 . _ -).")
    private @Nullable String user;

    @Option(names = "--token", paramLabel = "TOKEN", description = "Proves who you are to backends that want it. Others on this machine can see it in the list of processes: better use SENTORI_TOKEN or --token-file.")
    private @Nullable String token;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file that holds the token, or - for the standard input. Without both, the environment's SENTORI_TOKEN.")
    private @Nullable Path tokenFile;

    /** The known backends; the caller closes them. */
    Backends open() throws IOException {
        return opened(known());
    }

    /** The backends of these settings, if no others are named, also where there is none; the caller closes them. */
    Backends openWhatIsKnown(Settings settings, Network network) throws IOException {
        boolean named = ecs != null || serverless != null || !backend.equals("both");
        return opened(named ? known() : settings.profiles(), network);
    }

    private Backends opened(List<BackendProfile> profiles) throws IOException {
        Network network = Network.of(Settings.peek(Folders.settings()));
        if (network.fault() != null) {
            throw new IllegalArgumentException(network.fault());
        }
        return opened(profiles, network);
    }

    private Backends opened(List<BackendProfile> profiles, Network network) throws IOException {
        String text = tokenText();
        return new Backends(profiles, userName(), text == null ? null : Token.of(text), Clock.systemUTC(),
                Timing.STANDARD, network);
    }

    /** Hides the token too that was given. */
    Redaction redaction() {
        return Redaction.of(System.getenv(), token == null ? List.of() : List.of(token));
    }

    private @Nullable String tokenText() throws IOException {
        if (token != null && tokenFile != null) {
            throw new IllegalArgumentException("Give --token or --token-file, not both.");
        }
        if (tokenFile == null) {
            String kept = System.getenv("SENTORI_TOKEN");
            return token != null || kept == null || kept.isBlank() ? token : kept;
        }
        return tokenFile.toString().equals("-") ? text(System.in) : tokenInFile();
    }

    /** Whether another token can come while a command works: in a file that is looked at again. */
    boolean isTokenRenewable() {
        return tokenFile != null && !tokenFile.toString().equals("-");
    }

    /** What the token file holds now; null without one. */
    @Nullable
    String tokenInFile() throws IOException {
        if (tokenFile == null || !isTokenRenewable()) {
            return null;
        }
        try (InputStream in = Files.newInputStream(tokenFile)) {
            return text(in);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + tokenFile + ": name one with --token-file.", e);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(MAX_TOKEN), StandardCharsets.UTF_8);
    }

    /** Backends of which a record knows the names and addresses; the caller closes them. */
    Backends open(List<String> names, List<String> urls) throws IOException {
        List<BackendProfile> profiles = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            profiles.add(BackendProfile.of(names.get(i), urls.get(i)));
        }
        return opened(profiles);
    }

    List<BackendClient> chosen(Backends backends) {
        return backends.all().stream().map(Connection::client).toList();
    }

    /** The one that has the run. */
    BackendClient holding(Backends backends, String id) throws BackendException {
        BackendException worst = null;
        for (BackendClient backend : chosen(backends)) {
            try {
                backend.run(id);
                return backend;
            } catch (BackendException e) {
                // One that cannot be asked may have the run: that is the news, not that another has it not.
                worst = worst == null || e.kind() != BackendException.Kind.REFUSED ? e : worst;
            }
        }
        if (worst != null) {
            throw worst;
        }
        throw new IllegalArgumentException("No backend is known.");
    }

    private List<BackendProfile> known() {
        List<BackendProfile> profiles = new ArrayList<>();
        if (ecs != null) {
            profiles.add(BackendProfile.of("ecs", ecs));
        }
        if (serverless != null) {
            profiles.add(BackendProfile.of("serverless", serverless));
        }
        if (profiles.isEmpty()) {
            profiles.addAll(Settings.load(Folders.settings()).profiles());
        }
        if (backend.equals("both")) {
            if (profiles.isEmpty()) {
                throw new IllegalArgumentException("No backend is known: start one with './sentori sandbox' and give "
                        + "its addresses with --ecs URL and --serverless URL.");
            }
            return profiles;
        }
        List<BackendProfile> named = new ArrayList<>();
        for (String one : backend.split(",", -1)) {
            named.add(one.contains("://") ? BackendProfile.of(hostOf(one), one) : named(profiles, one));
        }
        if (named.stream().map(BackendProfile::url).distinct().count() < named.size()) {
            throw new IllegalArgumentException("A backend is named twice: name each once.");
        }
        return named;
    }

    private static BackendProfile named(List<BackendProfile> profiles, String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No backend is called '" + name + "': known are "
                        + (profiles.isEmpty()
                                ? "none, so give an address"
                                : String.join(", ", profiles.stream().map(BackendProfile::name).toList()))
                        + "."));
    }

    private static String hostOf(String url) {
        String host = url.replaceFirst("^[^:]*://", "").replaceFirst("/.*$", "");
        return host.isBlank() ? "backend" : host.substring(0, Math.min(40, host.length()));
    }

    private String userName() {
        if (user != null) {
            return user;
        }
        String name = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "");
        return name.length() < 3 ? "operator" : name.substring(0, Math.min(20, name.length()));
    }
}
