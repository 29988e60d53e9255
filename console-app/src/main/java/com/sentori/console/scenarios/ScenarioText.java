package com.sentori.console.scenarios;

import com.sentori.console.simulator.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A scenario as it was written, and as it is understood: what is kept with a run.
 *
 * @param scenario what it says
 * @param text YAML or JSON, as it was read
 * @param recordings the hashes of the columns that it replays, by {@code file#column}
 */
public record ScenarioText(Scenario scenario, String text, Map<String, String> recordings) {
    /** The form of scenario files; its schema is published. */
    public static final String SCHEMA = "sentori.scenario/1";

    /** Keeps its own copy. */
    public ScenarioText {
        recordings = Map.copyOf(recordings);
    }

    /** SHA-256 over the text and what it replays, in hex: the same hash, the same scenario. */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
            recordings.values().stream().sorted().forEach(hash -> sha256.update(hash.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
