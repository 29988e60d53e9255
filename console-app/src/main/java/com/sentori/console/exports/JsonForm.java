package com.sentori.console.exports;

import com.sentori.console.runs.RunCheck;
import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, schema {@code sentori.run/1}: {@code backend}, {@code run}, {@code readings} in the order of
 * arrival, {@code count}, and {@code check}: the {@link RunCheck} of an ended run that a console has started, else null.
 */
final class JsonForm implements Form {
    private final Writer out;
    private String separator = "";

    JsonForm(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(String backend, Run run) throws IOException {
        out.write("{\"schema\":\"sentori.run/1\",\"backend\":" + text(backend) + ",\"run\":" + text(run)
                + ",\"readings\":[");
    }

    @Override
    public void add(Reading reading) throws IOException {
        out.write(separator + "\n" + text(reading));
        separator = ",";
    }

    @Override
    public void end(long count, @Nullable RunCheck check) throws IOException {
        out.write("\n],\"count\":" + count + ",\"check\":" + text(check) + "}\n");
    }

    private static String text(@Nullable Object value) {
        return Json.MAPPER.writeValueAsString(value);
    }
}
