package com.sentori.ecs.parts;

import com.sentori.ecs.EcsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server on free ports, as {@code main} starts it. */
public final class RunningServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On this database, with further settings as {@code --name=value}. */
    public static RunningServer on(String url, String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.concat(
                Stream.of("--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--server.port=0",
                        "--management.server.port=0", "--sentori.request-log=false"),
                Stream.of(settings))
                .forEach(argument -> arguments.put(argument.split("=", 2)[0], argument));
        // There is one log: two starts at a time spoil what each makes of it.
        synchronized (RunningServer.class) {
            return new RunningServer(
                    new SpringApplicationBuilder(EcsServer.class).run(arguments.values().toArray(String[]::new)));
        }
    }

    /** A port by its role: {@code server} or {@code management}. */
    public int port(String role) {
        return Integer.parseInt(
                Objects.requireNonNull(context.getEnvironment().getProperty("local." + role + ".port"), role));
    }

    /** The root of the API. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + port("server"));
    }

    /** The root of the management port. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + port("management"));
    }

    /** Its answer to a GET. */
    public HttpResponse<String> get(URI root, String path) {
        return send(HttpRequest.newBuilder(root.resolve(path)));
    }

    /** The API's answer to a POST of JSON, with further headers as name and value by turns. */
    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
