package com.sentori.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    private final Ports ports = new Ports();

    @AfterEach
    void close() {
        ports.close();
    }

    @Test
    void holds_a_port_against_another_sandbox_until_it_is_closed() throws IOException {
        int port = ports.free();
        InetSocketAddress twin = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> new DatagramSocket(twin).close());
        ports.close();
        assertThatNoException().isThrownBy(() -> new DatagramSocket(twin).close());
    }

    @Test
    void gives_no_port_twice() throws IOException {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            assertThat(given.add(ports.free())).isTrue();
        }
    }

    @Test
    void names_the_port_that_is_taken_and_the_option() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ports.take(taken.getLocalPort(), "--ecs-port"))
                    .withMessageContainingAll("Port " + taken.getLocalPort() + " is taken", "--ecs-port");
        }
    }

    @Test
    void refuses_one_port_for_both_backends() throws IOException {
        int port;
        try (Ports others = new Ports()) {
            port = others.free();
        }
        ports.take(port, "--ecs-port");

        assertThatIllegalArgumentException().isThrownBy(() -> ports.take(port, "--serverless-port"))
                .withMessageContainingAll("Port " + port + " is wanted twice", "--serverless-port");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refuses_what_is_no_port(int port) {
        assertThatIllegalArgumentException().isThrownBy(() -> ports.take(port, "--ecs-port"))
                .withMessageContaining("There is no port " + port);
    }
}
