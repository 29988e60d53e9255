package com.sentori.sandbox.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports on loopback for one sandbox; none is given twice. Not thread-safe. */
public final class Ports {
    private final Set<Integer> given = new HashSet<>();

    /** One that is free now. */
    public int free() throws IOException {
        int port;
        do {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                port = socket.getLocalPort();
            }
        } while (!given.add(port));
        return port;
    }

    /**
     * The wanted port, or a free one for 0.
     *
     * @param option by which the operator chose it
     * @throws IllegalArgumentException with a sentence if it cannot be had
     */
    public int take(int wanted, String option) throws IOException {
        if (wanted == 0) {
            return free();
        }
        if (wanted < 0 || wanted > 65_535) {
            throw new IllegalArgumentException(
                    "There is no port " + wanted + ": choose one of 1 to 65535 with " + option + ".");
        }
        if (!given.add(wanted)) {
            throw new IllegalArgumentException(
                    "Port " + wanted + " is wanted twice: choose another one with " + option + ".");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted));
            return wanted;
        } catch (IOException e) {
            throw new IllegalArgumentException("Port " + wanted + " is taken or needs more rights: choose another one "
                    + "with " + option + ", or leave the option out for a free one.", e);
        }
    }
}
