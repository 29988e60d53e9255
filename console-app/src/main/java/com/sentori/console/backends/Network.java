package com.sentori.console.backends;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * How the backends are reached from here: by which proxies, and which certificates are trusted.
 *
 * @param proxies which proxy leads where
 * @param certificates what is trusted beside Java's own; null without
 * @param fault why the certificates that were named are not trusted; null if they are, or none were
 */
public record Network(Proxies proxies, @Nullable Certificates certificates, @Nullable String fault) {
    /** The variable that names a file of certificates; it goes before the settings. */
    public static final String VARIABLE = "SENTORI_CA";

    /** As the environment and the settings say. Reads the file of certificates, if one is named. */
    public static Network of(Settings settings) {
        return of(System.getenv(), settings.certificates());
    }

    /** As the environment says. */
    public static Network ofSystem() {
        return of(System.getenv(), "");
    }

    static Network of(Map<String, String> environment, String kept) {
        Proxies proxies = new Proxies(environment, ProxySelector.getDefault());
        String variable = Objects.requireNonNullElse(environment.get(VARIABLE), "").strip();
        String file = variable.isEmpty() ? kept.strip() : variable;
        if (file.isEmpty()) {
            return new Network(proxies, null, null);
        }
        try {
            return new Network(proxies, Certificates.read(Path.of(file)), null);
        } catch (IOException | InvalidPathException e) {
            return new Network(proxies, null, String.valueOf(e.getMessage()));
        }
    }

    /** Sets a client up. */
    OkHttpClient.Builder prepare(OkHttpClient.Builder client) {
        client.proxySelector(proxies).proxyAuthenticator(proxies.authenticator());
        if (certificates != null) {
            Certificates.Trust trust = certificates.trust();
            client.sslSocketFactory(trust.sockets(), trust.manager());
        }
        return client;
    }
}
