package com.sentori.sandbox.cloudwatch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of an AWS Query call: a tree whose branches are named {@code A.B} and {@code A.member.1}. */
final class Form {
    private static final int MAX_DEPTH = 16;
    private static final String MEMBER = "member";

    private Form() {}

    /**
     * The parameters as maps, lists and texts.
     *
     * @throws Fault SERIALIZATION if a name is a leaf and a branch, or the like
     */
    static Map<String, Object> parse(byte[] body) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                put(root, decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        root.forEach((name, value) -> parameters.put(name, resolve(value)));
        return parameters;
    }

    private static void put(Map<String, Object> root, String name, String value) {
        String[] path = name.split("\\.", -1);
        if (path.length > MAX_DEPTH) {
            throw malformed(name);
        }
        Map<String, Object> branch = root;
        for (int i = 0; i < path.length - 1; i++) {
            branch = branch(branch.computeIfAbsent(path[i], _ -> new LinkedHashMap<String, Object>()), name);
        }
        if (branch.put(path[path.length - 1], value) != null) {
            throw malformed(name);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> branch(Object node, String name) {
        if (node instanceof Map) {
            return (Map<String, Object>) node;
        }
        throw malformed(name);
    }

    private static Object resolve(Object node) {
        if (!(node instanceof Map<?, ?> branch)) {
            return node;
        }
        if (branch.size() == 1 && branch.get(MEMBER) instanceof Map<?, ?> members) {
            Map<Integer, Object> byNumber = new TreeMap<>();
            members.forEach((number, member) -> byNumber.put(number(number), member));
            List<Object> list = new ArrayList<>();
            byNumber.values().forEach(member -> list.add(resolve(member)));
            return list;
        }
        Map<String, Object> resolved = new LinkedHashMap<>();
        branch.forEach((name, value) -> resolved.put(String.valueOf(name), resolve(value)));
        return resolved;
    }

    private static int number(Object text) {
        if (!text.toString().matches("[0-9]{1,9}")) {
            throw malformed(MEMBER + "." + text);
        }
        return Integer.parseInt(text.toString());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(text);
        }
    }

    private static Fault malformed(String name) {
        return new Fault(Fault.Kind.SERIALIZATION, "The parameter " + name + " cannot be read.");
    }
}
