package com.sentori.sandbox.processes;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback for one sandbox; none is given twice, nor by two sandboxes that start at once: the port of UDP with the same
 * number, which nobody uses, is held for as long as this is open. Not thread-safe.
 */
public final class Ports implements AutoCloseable {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 1_000;

    private final Set<Integer> given = new HashSet<>();
    private final List<DatagramSocket> held = new ArrayList<>();

    /** One that is free now. It lies below those that systems give to callers, so that no connection takes it before its server does. */
    public int free() throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!given.contains(port) && isFree(port) && hold(port)) {
                given.add(port);
                return port;
            }
        }
        throw new IOException("No port from " + LOWEST + " to " + HIGHEST + " is free on 127.0.0.1.");
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
        if (!isFree(wanted)) {
            throw new IllegalArgumentException("Port " + wanted + " is taken or needs more rights: choose another one "
                    + "with " + option + ", or leave the option out for a free one.");
        }
        return wanted;
    }

    private boolean hold(int port) {
        try {
            held.add(new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port)));
            return true;
        } catch (SocketException e) {
            return false; // another sandbox has it
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Lets others have them. */
    @Override
    public void close() {
        held.forEach(DatagramSocket::close);
    }
}
