package com.sentori.console.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in a text: what is known to be one, wherever it stands, and what looks like one. Thread-safe.
 */
public final class Redaction {
    /** Stands where a secret stood. */
    public static final String HIDDEN = "[hidden]";

    /** What is shorter might be a word that stands everywhere. */
    private static final int SHORTEST = 6;
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(token|passw|passphrase|secret|credential|authori[sz]ation|api[-_.]?key|access[-_.]?key|private[-_.]?key|cookie|jwt).*");
    private static final List<Pattern> FORMS = List.of(
            // user and password of an address
            Pattern.compile("(?<=://)[^/\\s@\"']+(?=@)"),
            // a signed token, and what stands behind the names of the schemes
            Pattern.compile("eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*\\.?[A-Za-z0-9_-]*"),
            Pattern.compile("(?i)(?<=\\b(?:bearer|basic|digest)\\s)[A-Za-z0-9._~+/=-]{4,}"),
            // keys of AWS
            Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            // a key in PEM
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"),
            // a value behind a name that says what it is: name=value, name: value, "name":"value", --name value
            Pattern.compile(
                    "(?i)(?<=(?:token|password|passwd|passphrase|secret|authorization|api[-_]?key|access[-_]?key|cookie)[A-Za-z_-]{0,16}[\"']?\\s{0,2}[=:]\\s{0,2}[\"']?)[^\\s\"',;&}]{3,}"),
            Pattern.compile("(?i)(?<=--(?:token|password|passphrase|secret)\\s)\\S+"));

    private final List<String> known;

    private Redaction(Collection<String> known) {
        this.known = known.stream().filter(secret -> secret.length() >= SHORTEST).distinct().toList();
    }

    /** Hides these, and what this environment keeps under names that speak of secrets. */
    public static Redaction of(Map<String, String> environment, Collection<String> others) {
        List<String> all = new ArrayList<>(others);
        environment.forEach((name, value) -> {
            if (isSecret(name)) {
                all.add(value.strip());
            }
        });
        return new Redaction(all);
    }

    /** Hides what this process keeps in its environment under names that speak of secrets. */
    public static Redaction ofThisProcess() {
        return of(System.getenv(), List.of());
    }

    /** Whether a name says that its value is a secret. */
    public static boolean isSecret(String name) {
        return NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** The value of something without secrets: nothing of it, where the name says that it is one. */
    public String of(String name, String value) {
        return isSecret(name) ? HIDDEN : of(value);
    }

    /** The text without secrets. */
    public String of(String text) {
        String shown = text;
        for (String secret : known) {
            shown = shown.replace(secret, HIDDEN);
        }
        for (Pattern form : FORMS) {
            shown = form.matcher(shown).replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        return shown;
    }
}
