package com.sentori.contract.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void carries_further_members_beside_its_own() {
        Problem problem = Problem.of(ContractException.of(ErrorCode.RUN_LIMIT_REACHED, "Full.",
                Map.of("currentRunning", 5)));
        assertThat(json(problem)).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Run limit reached\",\"status\":409,"
                + "\"detail\":\"Full.\",\"code\":\"RUN_LIMIT_REACHED\",\"error\":\"RUN_LIMIT_REACHED\","
                + "\"message\":\"Full.\",\"currentRunning\":5}");
    }

    @Test
    void names_the_first_fault_for_people_and_all_for_programs() {
        Problem problem = Problem.of(ContractException.invalid(
                List.of(new FieldError(3, "seq", "is bad"), FieldError.of("x", "too"))));
        assertThat(problem.detail()).isEqualTo("reading 3, seq: is bad");
        assertThat(json(problem)).endsWith("\"errors\":[{\"index\":3,\"field\":\"seq\",\"message\":\"is bad\"},"
                + "{\"field\":\"x\",\"message\":\"too\"}]}");
    }

    @Test
    void a_client_reads_codes_that_it_does_not_know() {
        Problem problem = Json.read("{\"status\":422,\"code\":\"NEWER\",\"message\":\"m\",\"more\":{\"a\":1}}"
                .getBytes(StandardCharsets.UTF_8), Problem.class);
        assertThat(problem.code()).isEqualTo("NEWER");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.members()).containsEntry("more", Map.of("a", 1));
    }

    @Test
    void never_tells_the_cause() {
        Problem problem = Problem.of(ContractException.storeUnavailable(new IllegalStateException("secret")));
        assertThat(json(problem)).doesNotContain("secret").contains("STORE_UNAVAILABLE");
    }

    private static String json(Problem problem) {
        return new String(Json.bytes(problem), StandardCharsets.UTF_8);
    }
}
