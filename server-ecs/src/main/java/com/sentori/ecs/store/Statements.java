package com.sentori.ecs.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The SQL of a feature: files beside its classes. */
public final class Statements {
    private Statements() {}

    /**
     * Reads {@code name.sql} beside the class.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String of(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no " + name + ".sql beside " + owner.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
