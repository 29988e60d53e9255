package com.sentori.console.terraform;

import com.sentori.console.terraform.Message.Phase;
import com.sentori.contract.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the lines of {@code terraform … -json}. */
final class MessageReader {
    private static final int LONGEST = 8_000;
    /** What would move the cursor of a terminal. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final String INTERRUPTED = "Interrupt received";

    private final UnaryOperator<String> hide;

    /** With what takes secrets out of texts that people wrote. */
    MessageReader(UnaryOperator<String> hide) {
        this.hide = hide;
    }

    /** What a line says; empty for what nobody is told, and for what is no JSON. */
    Optional<Message> read(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(message(Json.MAPPER.readTree(line)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private @Nullable Message message(JsonNode line) {
        return switch (line.path("type").asString("")) {
            case "planned_change" -> new Message.Planned(address(line.path("change")),
                    Action.ofWord(line.path("change").path("action").asString("")));
            case "refresh_start" -> progress(line, Phase.REFRESHING);
            case "refresh_complete", "apply_complete" -> progress(line, Phase.DONE);
            case "apply_start", "apply_progress" -> progress(line, Phase.RUNNING);
            case "apply_errored" -> progress(line, Phase.FAILED);
            case "diagnostic" -> new Message.Complaint(diagnostic(line.path("diagnostic")));
            case "change_summary" -> summary(line.path("changes"));
            case "log" -> line.path("@message").asString("").contains(INTERRUPTED) ? new Message.Interrupted() : null;
            default -> null;
        };
    }

    private static Message progress(JsonNode line, Phase phase) {
        JsonNode hook = line.path("hook");
        return new Message.Progress(address(hook), Action.ofWord(hook.path("action").asString("")), phase,
                Duration.ofSeconds(hook.path("elapsed_seconds").asLong(0)));
    }

    private static String address(JsonNode holder) {
        return holder.path("resource").path("addr").asString("");
    }

    private static Message summary(JsonNode changes) {
        return new Message.Summary(changes.path("add").asInt(0), changes.path("change").asInt(0),
                changes.path("remove").asInt(0), !changes.path("operation").asString("").equals("plan"));
    }

    private Diagnostic diagnostic(JsonNode told) {
        JsonNode address = told.path("address");
        JsonNode range = told.path("range");
        return new Diagnostic(
                told.path("severity").asString("").equals("error")
                        ? Diagnostic.Severity.ERROR
                        : Diagnostic.Severity.WARNING,
                text(told.path("summary")), text(told.path("detail")), address.isString() ? address.asString() : null,
                range.path("filename").isString()
                        ? range.path("filename").asString() + ":" + range.path("start").path("line").asInt(0)
                        : null);
    }

    private String text(JsonNode written) {
        String shown = CONTROLS.matcher(hide.apply(written.asString(""))).replaceAll("").strip();
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
