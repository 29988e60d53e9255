package com.sentori.contract.readings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Text;
import com.sentori.contract.runs.FinishRequest;
import com.sentori.contract.runs.StartRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Bodies that nobody would write: each is taken as a whole, by the rules, or refused with a 400, never anything else. */
class AnyBodyTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
    private static final int ROUNDS = 20_000;
    private static final List<String> SEEDS = List.of(
            "{\"sensorId\":\"s\",\"reading\":1.5,\"type\":\"t\",\"timestamp\":\"2026-01-15T10:30:00Z\",\"seq\":7}",
            "[{\"sensorId\":\"s\",\"temperature\":1,\"humidity\":2e3,\"pressure\":-0.0,\"runId\":\"r\"}]",
            "{\"readings\":[{\"sensorId\":\"\\u00e4\",\"reading\":0}],\"runId\":\"r\"}",
            "{\"sensorIds\":[\"a\",\"b\"],\"duration\":60,\"interval\":5,\"meta\":{\"seed\":1.10,\"x\":[{}]}}",
            "{\"params\":{\"sensorIds\":[],\"duration\":1,\"meta\":{}}}",
            "{\"status\":\"FAILED\",\"message\":\"m\",\"errorMessage\":null}");
    private static final List<String> PARTS = List.of("null", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
            "1e400", "-1e400", "1e-400", "99999999999999999999999999", "9007199254740992", "0.1", "-0", "NaN",
            "Infinity", "\"NaN\"", "[[[[[[[[", "{\"a\":", ",", ":", "\"", "\\", "\u0000", "\ud83c\udf89",
            "'; DROP TABLE runs; --",
            "../../etc/passwd", "\r\nX-Evil: 1", "\"sensorId\":\"twice\"", "\"reading\":2");

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void an_ingest_is_taken_by_the_rules_or_refused() {
        check(body -> {
            IngestRequest request = IngestRequest.parse(body, "run", NOW);
            assertThat(request.readings()).isNotEmpty().hasSizeLessThanOrEqualTo(IngestRequest.MAX_BATCH);
            request.readings().forEach(reading -> {
                assertThat(reading.value()).isFinite();
                assertThat(Text.isClean(reading.sensorId()) && Text.isClean(reading.type())).isTrue();
                assertThat(Text.length(reading.sensorId())).isBetween(1, StartRequest.MAX_SENSOR_ID);
                assertThat(Text.length(reading.type())).isBetween(1, IngestRequest.MAX_TYPE);
                assertThat(reading.timestamp()).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999Z"));
            });
        });
    }

    @Test
    void a_start_is_taken_by_the_rules_or_refused() {
        check(body -> {
            StartRequest request = StartRequest.parse(body);
            assertThat(request.duration()).isBetween(1, StartRequest.MAX_DURATION);
            assertThat(request.interval()).isBetween(1, StartRequest.MAX_INTERVAL);
            assertThat(request.sensorIds()).doesNotHaveDuplicates();
            assertThat(request.meta().fits()).isTrue();
            // Given back as it is, it must be JSON still.
            assertThat(request.meta().members()).isNotNull();
        });
    }

    @Test
    void a_finish_is_taken_by_the_rules_or_refused() {
        check(body -> assertThat(FinishRequest.parse(body).endingAt(NOW).at()).isEqualTo(NOW));
    }

    private void check(Consumer<byte[]> parser) {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] body = body();
            try {
                parser.accept(body);
            } catch (ContractException refusal) {
                assertThat(refusal.code().status()).as(() -> show(body)).isEqualTo(400);
                assertThat(Json.bytes(refusal.errors()).length).as(() -> show(body)).isLessThan(100_000);
            } catch (RuntimeException fault) {
                throw new AssertionError(show(body), fault);
            }
        }
    }

    /** A good body after a few bad accidents; now and then with a bit that tips over. */
    private byte[] body() {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int accidents = random.nextInt(4); accidents > 0; accidents--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(6));
            text.replace(at, to, random.nextInt(3) == 0 ? "" : PARTS.get(random.nextInt(PARTS.size())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static String show(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
