package com.sentori.console.start;

import com.sentori.console.scenarios.ScenarioFault;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.stage.Texts;

/** What the start form says of a scenario that cannot be used. Members of the file keep their names. */
final class ScenarioWording {
    private final Texts texts;

    ScenarioWording(Texts texts) {
        this.texts = texts;
    }

    /** Where in which file it is wrong, and what to do. */
    String of(ScenarioFault fault) {
        return switch (fault) {
            case ScenarioFault.Missing(var name) -> say("missing", name, String.join(", ", Scenarios.SHIPPED));
            case ScenarioFault.TooLarge(var file) -> say("large", file);
            case ScenarioFault.Unreadable(var file, var cause) -> say("unreadable", file, cause);
            case ScenarioFault.Empty(var file) -> say("empty", file, ScenarioText.SCHEMA);
            case ScenarioFault.NoRecording(var csv) -> say("no-recording", csv);
            case ScenarioFault.NoColumn(var csv, var column, var columns) ->
                say("no-column", csv, column, String.join(", ", columns));
            case ScenarioFault.NoRows(var csv) -> say("no-rows", csv);
            case ScenarioFault.NoNumber(var csv, var line, var cell) ->
                say("no-number", csv, Integer.toString(line), Integer.toString(cell));
            case ScenarioFault.NotKept(var recording, var folder) -> say("not-kept", recording, folder);
            case ScenarioFault.Elsewhere(var csv) -> say("elsewhere", csv);
            case ScenarioFault.Wrong wrong -> say("wrong", place(wrong), why(wrong.why()));
        };
    }

    private String place(ScenarioFault.Wrong wrong) {
        String file = wrong.line() == 0 ? wrong.file() : say("line", wrong.file(), Integer.toString(wrong.line()));
        return wrong.path().isEmpty() ? file : file + ", " + wrong.path();
    }

    private String why(ScenarioFault.Why why) {
        return switch (why) {
            case ScenarioFault.Demanded(var demand, var about) -> say("demand." + demand.name(), about);
            case ScenarioFault.Unknown(var member, var known) -> say("unknown", member, String.join(", ", known));
            case ScenarioFault.NoShape() -> say("no-shape", ScenarioFault.NoShape.SHAPES);
            case ScenarioFault.NoTime(var typed) -> say("no-time", typed);
            case ScenarioFault.OtherSchema() -> say("schema", ScenarioText.SCHEMA);
            case ScenarioFault.HalfReplay() -> say("half-replay");
            // The reader's own words are English, and speak of its insides.
            case ScenarioFault.NotDue(var due, _) -> say("not-due." + due.name());
            case ScenarioFault.NoText(_) -> say("no-text");
            case ScenarioFault.Replay(var fault) -> of(fault);
        };
    }

    private String say(String key, Object... about) {
        return texts.get("scenario.fault." + key, about);
    }
}
