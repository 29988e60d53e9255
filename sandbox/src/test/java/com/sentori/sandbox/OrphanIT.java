package com.sentori.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.sentori.sandbox.processes.PidFile;
import com.sentori.sandbox.processes.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanIT {
    @TempDir
    private Path data;

    @Test
    void a_port_that_only_an_orphan_holds_can_be_had_again() throws Exception {
        int port;
        try (Ports ports = new Ports()) {
            port = ports.free();
        }
        Process orphan = listenerOn(port);
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                Sandbox sandbox = new Sandbox(data, data.resolve("no.jar"), Duration.ofSeconds(1),
                        false, null)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> answers(port));
            new PidFile(data.resolve("server-ecs.pid")).write(orphan.toHandle());

            // A stranger on the other port ends the start just after the ports, before any store is started.
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sandbox.start(new WantedPorts(port, stranger.getLocalPort(), 0, 0, 0)))
                    .withMessageContaining("--serverless-port");
            assertThat(orphan.isAlive()).isFalse();
        } finally {
            orphan.destroyForcibly().waitFor();
        }
    }

    /** A program of the JDK that listens. */
    private Process listenerOn(int port) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-m",
                "jdk.httpserver", "-b", "127.0.0.1", "-p", Integer.toString(port), "-d",
                data.toAbsolutePath().toString()).redirectErrorStream(true)
                .redirectOutput(data.resolve("listener.log").toFile())
                .start();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
