package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void every_call_comes_to_its_end() {
        Set<Integer> statuses = Rehearsal.ofAllCalls();
        // 400: one call is rehearsed with a fault, that refusals are known too.
        assertThat(statuses).containsExactlyInAnyOrder(200, 201, 400);
    }
}
