package com.sentori.console.backends;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * A backend that the operator has named.
 *
 * @param name short, unique among the profiles
 * @param url of its root
 * @param telemetry where its own figures are kept
 */
public record BackendProfile(String name, URI url, Telemetry telemetry) {
    /** What an older console kept says nothing of its figures. */
    public BackendProfile {
        telemetry = Objects.requireNonNullElse(telemetry, Telemetry.NONE);
    }

    /** One whose figures are kept nowhere. */
    public BackendProfile(String name, URI url) {
        this(name, url, Telemetry.NONE);
    }

    /** The same with its figures kept there. */
    public BackendProfile with(Telemetry other) {
        return new BackendProfile(name, url, other);
    }

    /**
     * Reads what an operator typed.
     *
     * @throws IllegalArgumentException with a sentence that says what to change
     */
    public static BackendProfile of(String name, String url) {
        String shortName = name.strip();
        if (shortName.isEmpty() || shortName.length() > 40) {
            throw new IllegalArgumentException("Give the backend a name of 1 to 40 characters.");
        }
        try {
            URI uri = new URI(url.strip().replaceAll("/+$", ""));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return new BackendProfile(shortName, uri);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "'" + url + "' is no address of a backend: type one like http://127.0.0.1:8080.");
    }
}
