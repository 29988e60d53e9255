package com.sentori.console.terraform;

import com.sentori.console.secrets.Redaction;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The secrets of one environment that were met: values of sensitive variables, and what plans mark as sensitive. They are held in memory for one purpose, which is
 * to take them out of what Terraform and providers write in sentences, and are let go with the environment. Thread-safe.
 */
final class Secrets {
    private static final int MOST = 2_000;
    /** What is shorter might be a word that stands everywhere. */
    private static final int SHORTEST = 6;
    private static final long LONGEST_FILE = 4 << 20;
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\s*variable\\s+\"([^\"]+)\"\\s*\\{");
    private static final Pattern SENSITIVE = Pattern.compile("(?m)^\\s*(?:sensitive|ephemeral)\\s*=\\s*true\\b");
    private static final Pattern DEFAULT = Pattern.compile("(?m)^\\s*default\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VALUE = Pattern.compile("(?m)^\\s*\"?([A-Za-z0-9_-]+)\"?\\s*=\\s*(.*)$");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Set<String> known = new LinkedHashSet<>();
    private volatile Redaction redaction = Redaction.ofThisProcess();
    private boolean changed;

    /** Takes up every text and number in a value. */
    synchronized void add(JsonNode value) {
        if (value.isContainer()) {
            value.forEach(this::add);
        } else if (value.isString() || value.isNumber()) {
            add(value.asString());
        }
    }

    private synchronized void add(String secret) {
        if (known.size() < MOST && !secret.isBlank() && known.add(secret)) {
            String written = Json.MAPPER.writeValueAsString(secret);
            known.add(written.substring(1, written.length() - 1));
            secret.lines().map(String::strip).filter(line -> line.length() > 7).forEach(known::add);
            changed = true;
        }
    }

    /** Whether one of them stands in a text. */
    synchronized boolean areIn(String text) {
        return known.stream().anyMatch(secret -> secret.length() >= SHORTEST && text.contains(secret));
    }

    /** The text without them, and without what looks like a secret. */
    String hide(String text) {
        synchronized (this) {
            if (changed) {
                redaction = Redaction.of(System.getenv(), known);
                changed = false;
            }
        }
        return redaction.of(text);
    }

    /** Takes up what the configuration declares as sensitive, before anything was planned: an early complaint might quote it. */
    Secrets learn(Environment environment, Map<String, String> variablesOfProcess) throws IOException {
        Set<String> names = new HashSet<>();
        for (String text : texts(environment.stack())) {
            Matcher variables = VARIABLE.matcher(text);
            while (variables.find()) {
                String block = block(text, variables.end());
                if (SENSITIVE.matcher(block).find()) {
                    names.add(variables.group(1));
                    DEFAULT.matcher(block).results().forEach(each -> add(each.group(1)));
                }
            }
        }
        for (String name : names) {
            add(variablesOfProcess.getOrDefault("TF_VAR_" + name, ""));
        }
        for (Path file : values(environment)) {
            learn(file, names);
        }
        return this;
    }

    private void learn(Path file, Set<String> names) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
            return;
        }
        String text = Files.readString(file);
        if (String.valueOf(file.getFileName()).endsWith(".json")) {
            try {
                Json.MAPPER.readTree(text).properties().forEach(each -> {
                    if (names.contains(each.getKey())) {
                        add(each.getValue());
                    }
                });
            } catch (JacksonException e) {
                // Terraform will say so.
            }
            return;
        }
        Map<String, Integer> begins = new HashMap<>();
        Matcher values = VALUE.matcher(text);
        while (values.find()) {
            if (names.contains(values.group(1)) || Redaction.isSecret(values.group(1))) {
                begins.put(values.group(1), values.start(2));
            }
        }
        begins.values().forEach(begin -> addQuoted(text, begin));
    }

    /** The texts of a value: of its line, or of all lines of its brackets. */
    private void addQuoted(String text, int begin) {
        char first = begin < text.length() ? text.charAt(begin) : ' ';
        String value = first == '{' || first == '['
                ? block(text, begin + 1)
                : text.substring(begin).lines().findFirst().orElse("");
        QUOTED.matcher(value).results().forEach(each -> add(each.group(1)));
    }

    /** What stands before the bracket that closes; brackets in texts count too, which errs on the safe side but for a closing one. */
    private static String block(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length() && depth > 0) {
            depth += switch (text.charAt(at++)) {
                case '{', '[' -> 1;
                case '}', ']' -> -1;
                default -> 0;
            };
        }
        return text.substring(from, at);
    }

    private static Iterable<String> texts(Path stack) throws IOException {
        try (Stream<Path> files = Files.list(stack)) {
            return files.filter(file -> file.toString().endsWith(".tf")).filter(Files::isRegularFile).map(file -> {
                try {
                    return Files.size(file) > LONGEST_FILE ? "" : Files.readString(file, StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }

    private static Iterable<Path> values(Environment environment) throws IOException {
        try (Stream<Path> files = Files.list(environment.stack())) {
            Stream<Path> own = files.filter(file -> {
                String name = String.valueOf(file.getFileName());
                return name.equals("terraform.tfvars") || name.equals("terraform.tfvars.json")
                        || name.endsWith(".auto.tfvars") || name.endsWith(".auto.tfvars.json");
            });
            return Stream.concat(own, environment.files().stream()).toList();
        }
    }
}
