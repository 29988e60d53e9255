package com.sentori.console.cli;

import com.sentori.contract.json.Json;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command writes: data to the one, messages to the other. */
@Command // as picocli wants it of a mixin without options
final class Streams {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** For data. */
    PrintWriter out() {
        return command().getOut();
    }

    /** For messages. */
    PrintWriter err() {
        return command().getErr();
    }

    /** Data for programs, on one line. */
    void json(Object value) {
        out().println(Json.MAPPER.writeValueAsString(value));
    }

    private CommandLine command() {
        return Objects.requireNonNull(command, "picocli sets it").commandLine();
    }
}
