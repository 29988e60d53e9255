package com.sentori.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.acceptance.parts.Ingest;
import com.sentori.acceptance.parts.RunningSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ENOUGH = 400;

    @TempDir
    private Path data;

    @Test
    void nothing_acknowledged_is_lost_when_server_ecs_or_postgresql_is_killed() throws Exception {
        try (RunningSandbox sandbox = RunningSandbox.on(data)) {
            losesNothingWithout(sandbox, sandbox::server);
            assertThat(sandbox.log()).contains("server-ecs ended by itself");
            losesNothingWithout(sandbox, sandbox::postgres);
            assertThat(sandbox.log()).contains("PostgreSQL ended by itself");
        }
    }

    private static void losesNothingWithout(RunningSandbox sandbox, Supplier<ProcessHandle> part) throws Exception {
        URI ecs = sandbox.address("ecs");
        Ingest ingest = Ingest.into(ecs);
        await().atMost(PATIENCE).until(() -> ingest.acknowledged().size() >= ENOUGH);
        ProcessHandle killed = part.get();
        killed.destroyForcibly();
        ingest.end();

        await().atMost(PATIENCE).until(() -> Ingest.answers(ecs));
        assertThat(part.get().pid()).isNotEqualTo(killed.pid());
        assertThat(ingest.stored(ecs)).doesNotHaveDuplicates().containsAll(ingest.acknowledged());
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_sandbox_is_killed() throws Exception {
        Ingest onEcs;
        Ingest onServerless;
        List<ProcessHandle> orphans;
        try (RunningSandbox killed = RunningSandbox.on(data)) {
            onEcs = Ingest.into(killed.address("ecs"));
            onServerless = Ingest.into(killed.address("serverless"));
            await().atMost(PATIENCE)
                    .until(() -> onEcs.acknowledged().size() >= ENOUGH
                            && onServerless.acknowledged().size() >= ENOUGH);
            orphans = killed.family();
            killed.kill();
            onServerless.end();
        }

        try (RunningSandbox again = RunningSandbox.on(data)) {
            onEcs.end();
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(onEcs.stored(again.address("ecs"))).doesNotHaveDuplicates().containsAll(onEcs.acknowledged());
            assertThat(onServerless.stored(again.address("serverless"))).doesNotHaveDuplicates()
                    .containsAll(onServerless.acknowledged());
            assertThat(again.stdout()).singleElement().asString().startsWith("READY {\"ecs\":\"http://127.0.0.1:");
        }
    }

    @Test
    void a_stopped_sandbox_leaves_its_data_and_no_process() throws Exception {
        Ingest onEcs;
        Ingest onServerless;
        try (RunningSandbox stopped = RunningSandbox.on(data)) {
            onEcs = Ingest.into(stopped.address("ecs"));
            onServerless = Ingest.into(stopped.address("serverless"));
            await().atMost(PATIENCE)
                    .until(() -> onEcs.acknowledged().size() >= ENOUGH
                            && onServerless.acknowledged().size() >= ENOUGH);
            List<ProcessHandle> family = stopped.family();

            assertThat(stopped.stop(Duration.ofSeconds(10))).as("it ends within ten seconds").isTrue();

            assertThat(family).hasSizeGreaterThan(3).noneMatch(ProcessHandle::isAlive);
            assertThat(stopped.stdout()).hasSize(1);
            assertThat(stopped.log()).doesNotContain("ended by itself");
            onEcs.end();
            onServerless.end();
        }
        try (RunningSandbox again = RunningSandbox.on(data)) {
            assertThat(onEcs.stored(again.address("ecs"))).containsAll(onEcs.acknowledged());
            assertThat(onServerless.stored(again.address("serverless"))).containsAll(onServerless.acknowledged());
            assertThat(again.log()).doesNotContain("of an earlier sandbox");

            RunningSandbox second = RunningSandbox.launch(data);
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.stdout()).isEmpty();
            assertThat(second.log()).contains("Another sandbox uses " + data);
        }
    }

    @Test
    void a_sandbox_that_is_stopped_or_killed_while_it_starts_does_no_harm() throws Exception {
        try (RunningSandbox killed = RunningSandbox.launch(data)) {
            await().atMost(PATIENCE).until(this::postgresqlIsBeingMade);
            killed.kill();
        }
        try (RunningSandbox stopped = RunningSandbox.launch(data)) {
            await().atMost(PATIENCE).until(() -> Files.exists(data.resolve("server-ecs.pid")));
            List<ProcessHandle> family = stopped.family();
            assertThat(stopped.stop(Duration.ofSeconds(10))).isTrue();
            assertThat(family).noneMatch(ProcessHandle::isAlive);
        }
        RunningSandbox.on(data).close();
    }

    private boolean postgresqlIsBeingMade() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.anyMatch(file -> file.endsWith("postgresql.conf"));
        } catch (UncheckedIOException e) {
            return false; // something vanished while we looked
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_option() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            for (String option : List.of("--ecs-port", "--serverless-port")) {
                try (RunningSandbox refused = RunningSandbox.launch(data.resolve(option), option, port)) {
                    assertThat(refused.exitCode()).isEqualTo(2);
                    assertThat(refused.stdout()).isEmpty();
                    assertThat(refused.log()).contains("Port " + port + " is taken").contains(option);
                }
            }
        }
    }
}
