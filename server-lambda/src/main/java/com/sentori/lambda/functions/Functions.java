package com.sentori.lambda.functions;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The functions as {@code functions.json} defines them: the one definition, from which the sandbox's gateway and the
 * provisioned one know which function answers at which path.
 *
 * @param functions all of them
 */
public record Functions(List<Function> functions) {
    /** Keeps its own copy. */
    public Functions {
        functions = List.copyOf(functions);
    }

    /**
     * One function.
     *
     * @param name in AWS, where nothing is put before it
     * @param handler the class that Lambda makes
     * @param scheduled whether a schedule calls it too
     * @param paths at which it answers any method, as resources of a REST API: a last segment <code>{name+}</code> takes the
     *     rest of a path. Those with literals come before those with variables, for who takes the first that fits
     */
    public record Function(String name, String handler, boolean scheduled, List<String> paths) {
        /** Keeps its own copy. */
        public Function {
            paths = List.copyOf(paths);
        }
    }

    /** Reads the definition. */
    public static Functions defined() {
        try (InputStream json = Objects.requireNonNull(Functions.class.getResourceAsStream("functions.json"))) {
            return Json.read(json.readAllBytes(), Functions.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
