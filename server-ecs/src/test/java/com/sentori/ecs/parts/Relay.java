package com.sentori.ecs.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A way to a loopback port that can be cut, or fall silent, and come back. */
public final class Relay implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    /** Held for writing while it is silent. */
    private final ReentrantReadWriteLock silence = new ReentrantReadWriteLock();
    private volatile ServerSocket listener;

    /** To this port. */
    public Relay(int target) throws IOException {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Ends all connections and refuses new ones. */
    public void cut() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Takes connections again. */
    public void mend() throws IOException {
        listener = listen(port);
        accept(listener);
    }

    /** Lets nothing through while {@code work} is done; connections stay open. */
    public void silentWhile(Runnable work) {
        silence.writeLock().lock();
        try {
            work.run();
        } finally {
            silence.writeLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket near = from.accept();
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(near);
                    sockets.add(far);
                    if (from.isClosed()) {
                        // Taken before the cut, which did not see it yet.
                        near.close();
                        far.close();
                    }
                    pump(near, far);
                    pump(far, near);
                }
            } catch (IOException e) {
                // closed: no more connections
            }
        });
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    silence.readLock().lock();
                    try {
                        out.write(buffer, 0, n);
                    } finally {
                        silence.readLock().unlock();
                    }
                }
            } catch (IOException e) {
                // cut
            } finally {
                sockets.remove(from);
                sockets.remove(to);
            }
        });
    }
}
