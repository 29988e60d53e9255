package com.sentori.bench.figures;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a run.
 *
 * @param machine what they were measured on, a sentence a line
 * @param rows in the order of the benchmark
 */
public record Report(List<String> machine, List<Figure> rows) {
    /** For the terminal. */
    public String table() {
        StringBuilder text = new StringBuilder();
        machine.forEach(line -> text.append(line).append('\n'));
        text.append(
                String.format("%n%-30s %12s %-12s %12s %8s  %-12s %s%n", "id", "value", "unit", "baseline", "ratio",
                        "goal", "met"));
        for (Figure row : rows) {
            text.append(String.format("%-30s %12s %-12s %12s %8s  %-12s %s%s%n", row.id(), number(row.value()),
                    row.unit(), number(row.baseline()), number(row.ratio()), row.goal() == null ? "" : row.goal(),
                    met(row), row.reduced() == null ? "" : " (reduced)"));
        }
        return text.toString();
    }

    /** For a document. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append("\n| id | what | value | baseline | ratio | goal | met |\n|---|---|---:|---:|---:|---|---|\n");
        for (Figure row : rows) {
            text.append("| `%s` | %s | %s %s | %s | %s | %s | %s%s |%n".formatted(row.id(), row.what(),
                    number(row.value()), row.unit(), number(row.baseline()), number(row.ratio()),
                    row.goal() == null ? "" : row.goal(), met(row), row.reduced() == null ? "" : " (reduced)"));
        }
        return text.toString();
    }

    /** Whether every goal is met; a row with smaller sizes is not judged. */
    public boolean isMet() {
        return rows.stream().noneMatch(row -> Boolean.FALSE.equals(row.met()) && row.reduced() == null);
    }

    /** Writes the rows as a JSON array. */
    public void writeJson(Path file) throws IOException {
        Files.write(file, Json.bytes(rows));
    }

    private static String met(Figure row) {
        return row.met() == null ? "" : row.met() ? "yes" : "NO";
    }

    /** Three digits that count, and no fraction of what is large. */
    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
