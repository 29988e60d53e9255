package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command names its backends. */
final class Targets {
    @Option(names = "--backend", paramLabel = "NAME", defaultValue = "both", description = "A saved backend, an address, or 'both' (all that are known; the default).")
    private String backend = "both";

    @Option(names = "--ecs", paramLabel = "URL", description = "Address of the ecs backend.")
    private @Nullable String ecs;

    @Option(names = "--serverless", paramLabel = "URL", description = "Address of the serverless backend.")
    private @Nullable String serverless;

    @Option(names = "--user", paramLabel = "NAME", description = "Who you are (3 to 20 of A-Z a-z 0-9 . _ -).")
    private @Nullable String user;

    /** The known backends; the caller closes them. */
    Backends open() {
        return new Backends(known(), userName(), Clock.systemUTC());
    }

    List<BackendClient> chosen(Backends backends) {
        return backends.all().stream().map(Connection::client).toList();
    }

    private List<BackendProfile> known() {
        if (backend.contains("://")) {
            return List.of(BackendProfile.of("backend", backend));
        }
        List<BackendProfile> profiles = new ArrayList<>();
        if (ecs != null) {
            profiles.add(BackendProfile.of("ecs", ecs));
        }
        if (serverless != null) {
            profiles.add(BackendProfile.of("serverless", serverless));
        }
        if (profiles.isEmpty()) {
            profiles.addAll(Settings.load(Settings.folder()).profiles());
        }
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("No backend is known: start one with './sentori sandbox' and give its "
                    + "addresses with --ecs URL and --serverless URL.");
        }
        if (backend.equals("both")) {
            return profiles;
        }
        List<BackendProfile> named = profiles.stream().filter(profile -> profile.name().equals(backend)).toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("No backend is called '" + backend + "': known are "
                    + String.join(", ", profiles.stream().map(BackendProfile::name).toList()) + ".");
        }
        return named;
    }

    private String userName() {
        if (user != null) {
            return user;
        }
        String name = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "");
        return name.length() < 3 ? "operator" : name.substring(0, Math.min(20, name.length()));
    }
}
