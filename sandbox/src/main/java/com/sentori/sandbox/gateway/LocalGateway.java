package com.sentori.sandbox.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP/1.1 listener on loopback that serves resources by Lambda functions, with the gateway's own limits: 10 MB of
 * body (413), 29 s (504), and 502 for a function that fails. Each request has a virtual thread. Cold starts and
 * throttling are not imitated.
 */
public final class LocalGateway implements AutoCloseable {
    /** How long a function may take, as AWS has it where nothing else is agreed. */
    public static final Duration LIMIT = Duration.ofSeconds(29);

    private static final int MAX_BODY = 10 * 1024 * 1024;
    /** So much of a body that is too large is read to the end, that its sender hears of the 413. */
    private static final int MAX_SWALLOWED = 64 * 1024 * 1024;
    private static final int BACKLOG = 1_024;
    private static final int DRAIN_SECONDS = 2;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final System.Logger LOG = System.getLogger(LocalGateway.class.getName());

    static {
        // Read by the JDK's server when it is first used. Without it small answers wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final List<Resource> resources;
    private final Duration limit;
    private final Traffic traffic;
    private final ProxyEvents events;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens.
     *
     * @param resources the first that matches serves
     * @param port 0 for a free one
     * @param limit how long a function may take
     * @param traffic sees what functions were asked
     * @throws IOException if the port is taken
     */
    public LocalGateway(List<Resource> resources, int port, Duration limit, Traffic traffic, Clock clock)
            throws IOException {
        this.resources = List.copyOf(resources);
        this.limit = limit;
        this.traffic = traffic;
        this.events = new ProxyEvents(clock);
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
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                swallow(exchange.getRequestBody());
                send(exchange, Answer.saying(413, "Request Too Long"));
                return;
            }
            long received = System.nanoTime();
            String path = path(exchange.getRequestURI());
            for (Resource resource : resources) {
                Map<String, String> parameters = resource.match(path);
                if (parameters != null) {
                    invoke(exchange, resource, events.of(exchange, resource, path, parameters, body), received);
                    return;
                }
            }
            send(exchange, Answer.saying(403, "Missing Authentication Token"));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the gateway failed", e);
            throw e;
        }
    }

    private void invoke(HttpExchange exchange, Resource resource, APIGatewayProxyRequestEvent event, long received)
            throws IOException {
        LocalContext context = new LocalContext(resource.function().name(), UUID.randomUUID().toString(), limit);
        long asked = System.nanoTime();
        Future<APIGatewayProxyResponseEvent> call = threads
                .submit(() -> resource.function().handler().handleRequest(event, context));
        Answer answer = answer(resource, call);
        long answered = System.nanoTime();
        String method = METHODS.contains(event.getHttpMethod()) ? event.getHttpMethod() : "ANY";
        traffic.answered(new Traffic.Request(ProxyEvents.STAGE, method, resource.path()),
                answer.status(), Duration.ofNanos(answered - received), Duration.ofNanos(answered - asked));
        send(exchange, answer);
    }

    private Answer answer(Resource resource, Future<APIGatewayProxyResponseEvent> call) {
        try {
            return Answer.of(call.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            call.cancel(true);
            return Answer.saying(504, "Endpoint request timed out");
        } catch (ExecutionException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, resource.function().name() + " failed", e);
            return Answer.saying(502, "Internal server error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.saying(503, "Service Unavailable");
        }
    }

    /** The raw path; one that begins with two slashes is no host. */
    private static String path(URI requested) {
        boolean hostless = requested.isAbsolute() || requested.getRawAuthority() == null;
        return hostless ? requested.getRawPath() : "//" + requested.getRawAuthority() + requested.getRawPath();
    }

    private static void swallow(InputStream rest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long swallowed = 0;
        int read = rest.read(buffer);
        while (read >= 0 && swallowed < MAX_SWALLOWED) {
            swallowed += read;
            read = rest.read(buffer);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body();
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().putAll(answer.headers());
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Takes no more requests, and gives those under way two seconds. */
    @Override
    public void close() {
        server.stop(DRAIN_SECONDS);
        threads.shutdownNow();
    }
}
