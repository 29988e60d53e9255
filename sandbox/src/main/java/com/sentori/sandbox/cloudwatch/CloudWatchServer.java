package com.sentori.sandbox.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sentori.sandbox.insights.Searches;
import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;

/**
 * An HTTP/1.1 listener on loopback that answers CloudWatch's operations on metrics, and queries of its logs. Signatures are not verified: who
 * reaches it may use it, except web pages, and except under a name that is not loopback's. Each request has a virtual thread.
 */
public final class CloudWatchServer implements AutoCloseable {
    private static final int MAX_BODY = 1024 * 1024;
    private static final int MAX_UNPACKED = 16 * 1024 * 1024;
    private static final int BACKLOG = 256;
    private static final System.Logger LOG = System.getLogger(CloudWatchServer.class.getName());
    private static final Pattern LOOPBACK = Pattern
            .compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    /** The last takes what the others do not. */
    private final List<Service> services;
    private final Searches searches = new Searches();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Operations, and how they are called. */
    private record Service(Protocol protocol, Operations operations) {}

    /**
     * Listens.
     *
     * @param port 0 for a free one
     * @throws IOException if the port is taken
     */
    public CloudWatchServer(Metrics metrics, LogGroups logs, int port, Clock clock) throws IOException {
        Operations onMetrics = Operations.ofMetrics(metrics, clock);
        this.services = List.of(new Service(new CborProtocol(), onMetrics),
                new Service(JsonProtocol.ofMetrics(), onMetrics),
                new Service(JsonProtocol.ofLogs(), Operations.ofLogs(logs, searches)),
                new Service(new QueryProtocol(), onMetrics));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        Request request = new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), new byte[0]);
        Protocol protocol = service(request).protocol();
        try {
            guard(request);
            request = new Request(request.path(), request.headers(), body(exchange, request));
            Service service = service(request);
            protocol = service.protocol();
            String operation = protocol.operation(request);
            return service.operations().call(operation == null ? "" : operation, protocol, request, requestId);
        } catch (Fault e) {
            return protocol.fault(e, requestId);
        } catch (JacksonException e) {
            return protocol.fault(new Fault(Fault.Kind.SERIALIZATION, "The request cannot be read: "
                    + e.getOriginalMessage()), requestId);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a CloudWatch call failed", e);
            return protocol.fault(new Fault(Fault.Kind.INTERNAL, "The call failed: the sandbox's log says why."),
                    requestId);
        }
    }

    private Service service(Request request) {
        return services.stream()
                .filter(one -> one.protocol().operation(request) != null)
                .findFirst()
                .orElse(services.getLast());
    }

    private static void guard(Request request) {
        if (!LOOPBACK.matcher(request.header("Host")).matches()) {
            throw new Fault(Fault.Kind.FORBIDDEN,
                    "This endpoint answers on loopback only: call it as localhost or 127.0.0.1.");
        }
        if (!request.header("Origin").isEmpty()) {
            throw new Fault(Fault.Kind.FORBIDDEN, "Web pages may not use this endpoint.");
        }
    }

    private static byte[] body(HttpExchange exchange, Request request) throws IOException {
        byte[] body = limited(exchange.getRequestBody(), MAX_BODY);
        if (!request.header("Content-Encoding").equalsIgnoreCase("gzip")) {
            return body;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return limited(unpacked, MAX_UNPACKED);
        } catch (IOException e) {
            throw new Fault(Fault.Kind.SERIALIZATION, "The body is not gzip.");
        }
    }

    private static byte[] limited(InputStream in, int limit) throws IOException {
        byte[] body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            swallow(in);
            throw new Fault(Fault.Kind.TOO_LARGE, "A request has at most " + limit + " bytes.");
        }
        return body;
    }

    /** Reads on for a while, that the sender hears of the refusal. */
    private static void swallow(InputStream rest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int i = 0; i < MAX_UNPACKED / buffer.length && rest.read(buffer) >= 0; i++) {
            // what it says does not matter
        }
    }

    /** Takes no more requests. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        searches.close();
    }
}
