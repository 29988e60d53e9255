package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the state's lock, in the words of Terraform.
 *
 * @param id by which it could be broken; nobody breaks one from here
 * @param who user and machine
 * @param operation what they do
 * @param created since when
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Lock(String id, String who, String operation, String created) {
    private static final String SUMMARY = "Error acquiring the state lock";
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(ID|Who|Operation|Created):[ \\t]*(.*?)\\s*$");

    /** The one that a complaint tells of; null if it tells of none. */
    static @Nullable Lock of(Diagnostic complaint) {
        if (!complaint.summary().equals(SUMMARY)) {
            return null;
        }
        Map<String, String> found = new HashMap<>();
        Matcher lines = LINE.matcher(complaint.detail());
        while (lines.find()) {
            found.putIfAbsent(lines.group(1), lines.group(2));
        }
        return new Lock(found.getOrDefault("ID", ""), found.getOrDefault("Who", ""),
                found.getOrDefault("Operation", "").replaceFirst("^OperationType", ""),
                found.getOrDefault("Created", ""));
    }
}
