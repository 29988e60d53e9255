package com.sentori.console.terraform;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;

/**
 * Which state a plan was made from: any apply moves it. Nothing else of a state is read.
 *
 * @param lineage by which states are told apart; empty for none yet
 * @param serial how often it was written
 */
record StateMark(String lineage, long serial) {
    private static final StateMark NONE = new StateMark("", 0);

    /** Of a state as {@code terraform state pull} prints it; the stream stays open. */
    static StateMark read(InputStream state) throws IOException {
        try (JsonParser parser = Json.MAPPER.reader()
                .without(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .createParser(state)) {
            if (parser.nextToken() == null) {
                return NONE;
            }
            String lineage = "";
            long serial = 0;
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "lineage" -> lineage = parser.getString();
                    case "serial" -> serial = parser.getLongValue();
                    default -> parser.skipChildren();
                }
            }
            return new StateMark(lineage, serial);
        } catch (JacksonException e) {
            // The text of the fault may quote what was read.
            throw new IOException("The state could not be read.");
        }
    }
}
