package com.sentori.console.doctor;

import com.sentori.console.doctor.Finding.Level;
import com.sentori.console.secrets.Redaction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the doctor found.
 *
 * @param schema of this form: {@link #SCHEMA}
 * @param healthy whether there is no problem
 * @param folders where the console keeps what, by name
 * @param findings in the order in which it looked
 */
public record Examination(String schema, boolean healthy, Map<String, String> folders, List<Finding> findings) {
    /** The form, published as {@code docs/schemas/doctor-1.json}. */
    public static final String SCHEMA = "sentori.doctor/1";

    /** Without anything secret. */
    static Examination of(Map<String, Path> folders, List<Finding> found, Redaction redaction) {
        Map<String, String> named = new LinkedHashMap<>();
        folders.forEach((name, folder) -> named.put(name, redaction.of(folder.toString())));
        List<Finding> shown = found.stream()
                .map(each -> new Finding(each.check(), each.level(), redaction.of(each.message()),
                        redaction.of(each.advice())))
                .toList();
        return new Examination(SCHEMA, shown.stream().noneMatch(each -> each.level() == Level.PROBLEM), named, shown);
    }
}
