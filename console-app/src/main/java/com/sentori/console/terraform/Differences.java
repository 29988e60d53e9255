package com.sentori.console.terraform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Finds what differs between two values of a resource, leaf by leaf. What is marked as sensitive on either side is handed to {@link Secrets}, and never becomes a text. */
final class Differences {
    /** What a screen can show of a resource; beyond it attributes are counted. */
    static final int MOST = 500;
    /** Of what is read; what is shown is much shorter. */
    private static final int LONGEST_READ = 1 << 16;
    private static final int LONGEST = 4_000;
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final Secrets secrets;
    private final List<String> replacing;
    private final List<Attribute> found = new ArrayList<>();
    private int more;

    private Differences(Secrets secrets, List<String> replacing) {
        this.secrets = secrets;
        this.replacing = replacing;
    }

    /** Of a plan's {@code change}. */
    static Differences of(JsonNode change, Secrets secrets) {
        List<String> replacing = StreamSupport.stream(change.path("replace_paths").spliterator(), false)
                .map(Differences::path)
                .toList();
        Differences differences = new Differences(secrets, replacing);
        differences.walk("", new Side(change.path("before"), change.path("before_sensitive")),
                new Side(change.path("after"), change.path("after_sensitive")), change.path("after_unknown"));
        return differences;
    }

    List<Attribute> found() {
        return found;
    }

    /** How many there are beyond those. */
    int more() {
        return more;
    }

    /** A value, and where it is sensitive. */
    private record Side(JsonNode value, JsonNode mask) {
        boolean isSecret() {
            return mask.isBoolean() && mask.asBoolean();
        }

        boolean isThere() {
            return !value.isMissingNode() && !value.isNull();
        }

        Side in(String name) {
            return new Side(value.path(name), mask.path(name));
        }

        Side at(int index) {
            return new Side(value.path(index), mask.path(index));
        }
    }

    private void walk(String path, Side before, Side after, JsonNode unknown) {
        boolean isUnknown = unknown.isBoolean() && unknown.asBoolean();
        if (before.isSecret() || after.isSecret()) {
            secrets.add(before.value());
            secrets.add(after.value());
            if (isUnknown || anyTrue(unknown) || !before.value().equals(after.value())) {
                add(path, before.isThere() ? Value.SENSITIVE : Value.ABSENT,
                        after.isThere() || isUnknown ? Value.SENSITIVE : Value.ABSENT);
            }
        } else if (isUnknown) {
            addUnknown(path, before);
        } else if (before.value().isObject() || after.value().isObject()
                || (unknown.isObject() && !before.value().isArray() && !after.value().isArray())) {
            Set<String> names = new LinkedHashSet<>();
            names.addAll(before.value().propertyNames());
            names.addAll(after.value().propertyNames());
            names.addAll(unknown.propertyNames());
            for (String name : names) {
                walk(path.isEmpty() ? name : path + "." + name, before.in(name), after.in(name), unknown.path(name));
            }
        } else if (before.value().isArray() || after.value().isArray()) {
            int length = Math.max(unknown.size(), Math.max(before.value().size(), after.value().size()));
            for (int i = 0; i < length; i++) {
                walk(path + "[" + i + "]", before.at(i), after.at(i), unknown.path(i));
            }
        } else if (before.isThere() || after.isThere()) {
            if (!before.value().equals(after.value())) {
                add(path, known(before), known(after));
            }
        }
    }

    /** What was there leaf by leaf may hold secrets, so that it is walked, too. */
    private void addUnknown(String path, Side before) {
        if (before.value().isContainer() && anyTrue(before.mask())) {
            walk(path, before, new Side(NOTHING, NOTHING), NOTHING);
            add(path, Value.ABSENT, Value.UNKNOWN);
        } else {
            add(path, known(before), Value.UNKNOWN);
        }
    }

    private static boolean anyTrue(JsonNode mask) {
        return mask.isBoolean()
                ? mask.asBoolean()
                : StreamSupport.stream(mask.spliterator(), false).anyMatch(Differences::anyTrue);
    }

    private void add(String path, Value before, Value after) {
        if (found.size() == MOST) {
            more++;
            return;
        }
        boolean replaces = replacing.stream()
                .anyMatch(each -> path.equals(each) || (path.startsWith(each)
                        && (path.charAt(each.length()) == '.' || path.charAt(each.length()) == '[')));
        found.add(new Attribute(path, before, after, replaces));
    }

    private static Value known(Side side) {
        return side.isThere() ? new Value(Value.Kind.KNOWN, text(side.value())) : Value.ABSENT;
    }

    static String text(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_READ ? text : text.substring(0, LONGEST_READ);
    }

    /** The value as it may be shown, once all secrets are known: providers echo some in attributes that nobody has marked. */
    static Value shown(Value value, Secrets secrets) {
        String text = value.text();
        if (secrets.areIn(text)) {
            return Value.SENSITIVE;
        }
        return text.length() <= LONGEST ? value : new Value(value.kind(), text.substring(0, LONGEST) + "…");
    }

    /** The change as it may be shown, once all secrets are known. */
    static Change shown(Change change, Secrets secrets) {
        List<Attribute> attributes = change.attributes()
                .stream()
                .map(each -> new Attribute(each.path(), shown(each.before(), secrets), shown(each.after(), secrets),
                        each.replaces()))
                .toList();
        return new Change(change.address(), change.module(), change.type(), change.name(), change.action(),
                change.movedFrom(), change.reason(), change.loss(), attributes, change.more());
    }

    private static String path(JsonNode steps) {
        StringBuilder path = new StringBuilder();
        for (JsonNode step : steps) {
            if (step.isNumber()) {
                path.append('[').append(step.asInt()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.asString());
            }
        }
        return path.toString();
    }
}
