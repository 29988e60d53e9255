package com.sentori.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.live.BackendRun;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NewestFirstTest {
    private static final StartRequest REQUEST = new StartRequest(List.of("s"), 600, 1, Meta.EMPTY);

    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();

    @Test
    void asks_who_answers_before_anything_else_was_heard_of_it() throws Exception {
        Run run = ecs.client("ecs").start(REQUEST, "start");
        ecs.listRuns();
        BackendClient fresh = ecs.client("ecs");
        assertThat(fresh.lastInfo()).isNull();
        assertThat(new NewestFirst(List.of(fresh), List::of).next(10))
                .containsExactly(new BackendRun(fresh, run, ecs.store()));
    }

    @Test
    void lists_what_was_seen_of_a_backend_that_does_not_answer() throws Exception {
        Run run = ecs.client("ecs").start(REQUEST, "start");
        ecs.suffer(FaultyBackend.Fault.BROKEN_OFF);
        BackendClient away = ecs.client("ecs");
        NewestFirst source = new NewestFirst(List.of(away),
                () -> List.of(new SeenRun("kept", "ecs", run), new SeenRun("kept", "other", run)));
        assertThat(source.next(10)).containsExactly(new BackendRun(away, run, "kept"));
        assertThat(source.faults()).hasSize(1);
        assertThat(source.next(10)).isEmpty();
        assertThat(source.hasMore()).isFalse();
    }
}
