package com.sentori.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A link to a server on this machine that can be cut: then all that goes over it breaks off, and nothing new comes through. */
public final class Link implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** To a server. */
    public Link(URI server) throws IOException {
        target = new InetSocketAddress(server.getHost(), server.getPort());
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("link").start(this::accept);
    }

    /** Where it begins. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Cuts it. */
    public void cut() {
        cut = true;
        open.forEach(Link::drop);
    }

    /** Mends it. */
    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                if (cut) {
                    near.close();
                } else {
                    join(near);
                }
            } catch (IOException e) {
                // Closed, or the server is away: the client sees it.
            }
        }
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket();
        try {
            far.connect(target);
        } catch (IOException e) {
            near.close();
            throw e;
        }
        open.add(near);
        open.add(far);
        if (cut) {
            // Taken before the cut, which did not see it yet.
            drop(near);
            drop(far);
        }
        Thread.ofVirtual().name("link-out").start(() -> pump(near, far));
        Thread.ofVirtual().name("link-back").start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut, or one end is gone: so is the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(Link::drop);
    }
}
