package com.sentori.console.backends;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads to an address: the environment's {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}, in small letters too, else what the
 * system says. This machine is never reached by one. Thread-safe.
 */
public final class Proxies extends ProxySelector {
    private static final int STANDARD_PORT = 80;

    private final Map<String, String> environment;
    private final @Nullable ProxySelector system;

    Proxies(Map<String, String> environment, @Nullable ProxySelector system) {
        this.environment = Map.copyOf(environment);
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (isHere(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        Optional<URI> named = named(uri);
        if (named.isPresent()) {
            return List.of(isLeftOut(uri) ? Proxy.NO_PROXY : proxy(named.get()));
        }
        return system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
    }

    private static Proxy proxy(URI at) {
        return new Proxy(Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(at.getHost(), at.getPort() < 0 ? STANDARD_PORT : at.getPort()));
    }

    private Optional<URI> named(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        return Stream.of(secure ? "HTTPS_PROXY" : "HTTP_PROXY", "ALL_PROXY")
                .map(this::variable)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .flatMap(Proxies::address);
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String variable(String name) {
        String small = environment.get(name.toLowerCase(Locale.ROOT));
        return Objects.requireNonNullElse(small == null ? environment.get(name) : small, "").strip();
    }

    private boolean isLeftOut(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return Stream.of(variable("NO_PROXY").toLowerCase(Locale.ROOT).split(",", -1))
                .map(part -> part.strip().replaceFirst("^\\*?\\.", ""))
                .filter(part -> !part.isEmpty())
                .anyMatch(part -> part.equals("*") || host.equals(part) || host.endsWith("." + part));
    }

    /** By its name alone: nothing is looked up. */
    private static boolean isHere(URI uri) {
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]");
    }

    /** Proves who the operator is to a proxy whose address in the environment names a user. */
    Authenticator authenticator() {
        return (_, response) -> {
            Optional<String> user = named(response.request().url().uri()).map(URI::getUserInfo);
            if (user.isEmpty() || response.request().header("Proxy-Authorization") != null) {
                return null;
            }
            String[] parts = user.get().split(":", 2);
            return response.request()
                    .newBuilder()
                    .header("Proxy-Authorization", Credentials.basic(parts[0], parts.length > 1 ? parts[1] : ""))
                    .build();
        };
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException fault) {
        if (system != null) {
            system.connectFailed(uri, address, fault);
        }
    }
}
