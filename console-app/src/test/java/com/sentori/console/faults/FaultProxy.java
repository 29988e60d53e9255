package com.sentori.console.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes bytes between a console and a backend on loopback, and fails in the way that it is told. A change of the fault breaks the connections that stand,
 * but for those faults which a standing connection suffers. Listens on loopback only.
 */
final class FaultProxy implements AutoCloseable {
    /** How the link fails. */
    enum Fault {
        /** Not at all. */
        NONE,
        /** Nobody takes a connection; standing ones are closed in order. */
        CUT,
        /** Standing and new connections are reset. */
        RESET,
        /** Connections stand and take what is sent, and nothing comes back, as behind a firewall that has forgotten them. */
        HALF_OPEN,
        /** Everything comes back half a second late. */
        DELAY,
        /** Everything comes back by and by: a few kilobytes at a time. */
        SLOW,
        /** Every request is answered with 500 and a page of some gateway. */
        ANSWER_500,
        /** Every request is answered with 503 and a page of some gateway. */
        ANSWER_503,
        /** Every request is answered with bytes that are no HTTP. */
        GARBAGE,
        /** Every request is answered with 200 and JSON of something else. */
        WRONG_DATA
    }

    private static final int BUFFER = 4 * 1024;
    private static final long DELAY_MILLIS = 500;
    private static final long TRICKLE_MILLIS = 20;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress target;
    private volatile Fault fault = Fault.NONE;

    FaultProxy(URI backend) throws IOException {
        target = address(backend);
        server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("proxy").start(this::take);
    }

    private static InetSocketAddress address(URI backend) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), backend.getPort());
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Fails like this from now on. */
    void suffer(Fault next) {
        fault = next;
        switch (next) {
            case CUT, ANSWER_500, ANSWER_503, GARBAGE, WRONG_DATA -> breakOff(false);
            case RESET -> breakOff(true);
            case NONE, HALF_OPEN, DELAY, SLOW -> {
                // Standing connections go on.
            }
        }
    }

    /** Is in front of another backend from now on; what stands is cut. */
    void lead(URI backend) {
        target = address(backend);
        breakOff(false);
    }

    private void breakOff(boolean reset) {
        for (Socket socket : open) {
            close(socket, reset);
        }
    }

    private static void close(Socket socket, boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void take() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofPlatform().daemon().name("proxy-link").start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or the client is gone already.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            switch (fault) {
                case CUT -> {
                    // Closed at once.
                }
                case RESET -> client.setSoLinger(true, 0);
                case ANSWER_500 -> answer(client, "HTTP/1.1 500 Oops", "text/html", "<html>gateway</html>");
                case ANSWER_503 -> answer(client, "HTTP/1.1 503 Busy", "text/html", "<html>gateway</html>");
                case GARBAGE -> answer(client, "\u0000\u0001 no such protocol", "x", "\u0003");
                case WRONG_DATA -> answer(client, "HTTP/1.1 200 OK", "application/json",
                        "{\"items\": [{\"name\": \"something else\"}], \"cursor\": \"1\", \"features\": []}");
                case NONE, HALF_OPEN, DELAY, SLOW -> pass(client);
            }
        } catch (IOException | InterruptedException e) {
            // The link broke, as links do.
        } finally {
            open.remove(client);
        }
    }

    private static void answer(Socket client, String status, String type, String body) throws IOException {
        if (client.getInputStream().read(new byte[BUFFER]) < 0) {
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().write(bytes);
        client.shutdownOutput();
    }

    private void pass(Socket client) throws IOException, InterruptedException {
        try (Socket backend = new Socket()) {
            backend.connect(target);
            open.add(backend);
            Thread up = Thread.ofPlatform().daemon().name("proxy-up").start(() -> {
                try (backend; client) {
                    client.getInputStream().transferTo(backend.getOutputStream());
                } catch (IOException e) {
                    // The other direction sees it too.
                }
            });
            copyBack(backend.getInputStream(), client.getOutputStream());
            close(client, false);
            close(backend, false);
            up.join();
            open.remove(backend);
        }
    }

    private void copyBack(InputStream from, OutputStream to) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        int read = from.read(buffer);
        while (read >= 0) {
            switch (fault) {
                case DELAY -> Thread.sleep(DELAY_MILLIS);
                case SLOW -> Thread.sleep(TRICKLE_MILLIS);
                default -> {
                    // At once.
                }
            }
            if (fault == Fault.HALF_OPEN) {
                // What was on its way is gone, and so is the link, but nobody says so.
                while (fault == Fault.HALF_OPEN && !server.isClosed()) {
                    Thread.sleep(TRICKLE_MILLIS);
                }
                throw new SocketException("forgotten");
            }
            to.write(buffer, 0, read);
            to.flush();
            read = from.read(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        breakOff(false);
    }
}
