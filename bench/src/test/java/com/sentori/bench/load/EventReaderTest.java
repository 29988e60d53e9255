package com.sentori.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final byte[] ANSWER = """
            HTTP/1.1 200 \r
            Transfer-Encoding: chunked\r
            \r
            1c\r
            data: {"seq":7,"a":"seq"},{"\r
            B\r
            seq":1234}\n\r
            3\r
            "se\r
            6\r
            q":05,\r
            """.getBytes(StandardCharsets.US_ASCII);

    @Test
    void finds_each_number_wherever_the_bytes_are_parted() {
        for (int size = 1; size <= ANSWER.length; size++) {
            List<Long> found = new ArrayList<>();
            EventReader reader = new EventReader(found::add);
            for (int from = 0; from < ANSWER.length; from += size) {
                reader.read(ByteBuffer.wrap(Arrays.copyOfRange(ANSWER, from, Math.min(ANSWER.length, from + size))));
            }
            assertThat(found).as("in pieces of " + size).containsExactly(7L, 1234L, 5L);
        }
    }
}
