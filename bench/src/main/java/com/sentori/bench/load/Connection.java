package com.sentori.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A kept-alive connection with one request under way at most. Belongs to one thread. */
final class Connection {
    private static final int STATUS_AT = 9; // behind "HTTP/1.1 "
    private static final byte[] LENGTH = {'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'};

    /** Instead of a status: the server closed it, as it does behind a 503. */
    static final int CLOSED = -1;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private boolean inBody;
    private long bodyLeft;
    private int status;
    /** When the request under way was due, by {@link System#nanoTime}. */
    long due;

    Connection(InetSocketAddress server, Selector selector) throws IOException {
        this.channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(ByteBuffer request, long dueAt) throws IOException {
        due = dueAt;
        inBody = false;
        in.clear();
        out = request.duplicate();
        write();
    }

    /** Goes on with what did not fit into the socket. */
    void write() throws IOException {
        channel.write(out);
        int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** Reads what is there; the status once the answer is complete, {@link #CLOSED}, or else 0. */
    int read() throws IOException {
        int read = channel.read(in);
        if (read < 0) {
            return CLOSED;
        }
        if (inBody) {
            bodyLeft -= read;
            in.clear();
        } else {
            head();
        }
        return inBody && bodyLeft <= 0 ? status : 0;
    }

    private void head() {
        byte[] bytes = in.array();
        int end = in.position();
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                inBody = true;
                status = (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2]
                        - '0';
                bodyLeft = length(bytes, i) - (end - i - 1);
                in.clear();
                return;
            }
        }
    }

    /** The server says a length with all that is asked for here. */
    private static long length(byte[] bytes, int headEnd) {
        for (int i = 0; i < headEnd - LENGTH.length; i++) {
            if (bytes[i] == '\n' && matches(bytes, i + 1)) {
                long length = 0;
                for (int at = i + 1 + LENGTH.length; bytes[at] != '\r'; at++) {
                    length = bytes[at] == ' ' ? length : length * 10 + bytes[at] - '0';
                }
                return length;
            }
        }
        throw new IllegalStateException("An answer came without a Content-Length.");
    }

    private static boolean matches(byte[] bytes, int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((bytes[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    void close() throws IOException {
        channel.close();
    }
}
