package com.sentori.console.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A forwarding proxy as companies have one: it takes {@code CONNECT} and absolute addresses, may want to know who comes, and looks names up itself: every name is
 * this machine. Listens on loopback only.
 */
final class ForwardProxy implements AutoCloseable {
    private static final String REFUSAL = """
            HTTP/1.1 407 Proxy Authentication Required
            Proxy-Authenticate: Basic realm="company"
            Content-Length: 0
            Connection: close

            """;

    private final ServerSocket server;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String wanted = "";

    ForwardProxy() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("forward-proxy").start(this::take);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Lets nobody through without this {@code Proxy-Authorization}. */
    void demand(String authorization) {
        wanted = authorization;
    }

    /** The first lines of the requests. */
    List<String> seen() {
        return seen;
    }

    private void take() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            List<String> head = head(client.getInputStream());
            seen.add(head.getFirst());
            OutputStream back = client.getOutputStream();
            if (!wanted.isEmpty() && !head.contains("Proxy-Authorization: " + wanted)) {
                back.write(REFUSAL.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String[] first = head.getFirst().split(" ", 3);
            boolean tunnel = first[0].equals("CONNECT");
            URI to = URI.create(tunnel ? "tunnel://" + first[1] : first[1]);
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), to.getPort())) {
                if (tunnel) {
                    back.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } else {
                    String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
                    List<String> lines = new ArrayList<>(List.of(first[0] + " " + path + " HTTP/1.1"));
                    head.stream()
                            .skip(1)
                            .filter(line -> !line.startsWith("Proxy-") && !line.startsWith("Connection:"))
                            .forEach(lines::add);
                    lines.add("Connection: close");
                    target.getOutputStream()
                            .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                }
                Thread up = Thread.ofVirtual().start(() -> pass(client, target));
                pass(target, client);
                up.interrupt();
            }
        } catch (IOException e) {
            // Either side has left.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // Either side has left.
        }
    }

    /** Byte by byte, so that nothing is taken of what follows. */
    private static List<String> head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            text.append((char) next);
        }
        return text.toString().lines().filter(line -> !line.isEmpty()).toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
