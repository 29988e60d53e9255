package com.sentori.console.exports;

import com.sentori.console.runs.RunCheck;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A form in which a run is written, reading by reading. */
sealed interface Form permits CsvForm, JsonForm {
    void begin(String backend, Run run) throws IOException;

    void add(Reading reading) throws IOException;

    void end(long count, @Nullable RunCheck check) throws IOException;
}
