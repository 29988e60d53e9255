package com.sentori.console.reports;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/** The report for programs: its model as it is. */
final class JsonForm {
    private JsonForm() {}

    static void write(Report report, OutputStream out) throws IOException {
        out.write(Json.bytes(report));
        out.write('\n');
    }
}
