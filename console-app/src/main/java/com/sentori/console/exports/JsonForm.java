package com.sentori.console.exports;

import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.Writer;

/** One JSON object, schema {@code sentori.run/1}: the run, its readings in the order of arrival, their count. */
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
    public void end(long count) throws IOException {
        out.write("\n],\"count\":" + count + "}\n");
    }

    private static String text(Object value) {
        return Json.MAPPER.writeValueAsString(value);
    }
}
