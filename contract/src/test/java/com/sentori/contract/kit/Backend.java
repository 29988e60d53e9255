package com.sentori.contract.kit;

import com.sentori.contract.auth.Caller;
import com.sentori.contract.auth.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to the server under test. Thread-safe. */
final class Backend {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String NOBODY = "nobody";

    private final URI base;
    private final @Nullable Mint mint;

    /** Where tokens are due, it calls as an admin, by the name that a call gives. */
    Backend(Target target) {
        this.base = target.baseUrl();
        this.mint = target.mint();
    }

    /** Headers as given, with the token that is due. A call that brings its own is sent with that one. */
    String[] authorised(String... headers) {
        Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            given.put(headers[i], headers[i + 1]);
        }
        if (mint == null || given.containsKey("Authorization")) {
            return headers;
        }
        String user = given.getOrDefault("X-User", "anonymous");
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + mint.token(Caller.isUser(user) ? user : NOBODY, Role.ADMIN);
        return all;
    }

    /** A GET; headers as name, value, name, value. */
    Answer get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    /** A POST of JSON; headers as name, value, name, value. */
    Answer post(String path, String json, String... headers) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A POST of bytes declared as JSON. */
    Answer post(String path, byte[] body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, body, all);
    }

    /** A POST of JSON in chunks, without a length. */
    Answer postInChunks(String path, byte[] body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, body, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), all);
    }

    /** Any request, with no other header than those given. */
    Answer send(String method, String path, byte[] body, String... headers) {
        return send(method, path, body,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body), headers);
    }

    private Answer send(String method, String path, byte[] body, BodyPublisher publisher, String... headers) {
        URI where = base.resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(where).timeout(PATIENCE).method(method, publisher);
        // A token is for this server alone: where it sends to, the address itself is the proof.
        String[] all = where.getAuthority().equals(base.getAuthority()) ? authorised(headers) : headers;
        if (all.length > 0) {
            request.headers(all);
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(show(method, path, body, headers), answer.statusCode(), answer.headers().map(),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(show(method, path, body, headers) + "\n" + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request with a header that the JDK's client does not let one set; without a body. */
    Answer raw(String method, String path, String host, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        String[] all = authorised(headers);
        for (int i = 0; i < all.length; i += 2) {
            request.append(all[i]).append(": ").append(all[i + 1]).append("\r\n");
        }
        request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return parse(request.toString(), socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(request + "\n" + e, e);
        }
    }

    private static Answer parse(String request, byte[] answer) throws IOException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no HTTP answer: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    name -> new ArrayList<>()).add(lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            body = unchunked(body);
        }
        return new Answer(request, Integer.parseInt(lines[0].split(" ", 3)[1]), headers,
                body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String unchunked(String body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line).split(";", -1)[0].strip(), 16);
            if (size == 0) {
                break;
            }
            whole.writeBytes(body.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + size + 2;
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }

    /** Does them all at once, each on a thread of its own; fails as the first that fails. */
    static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same call so many times at once. */
    static <T> List<T> atOnce(int times, Callable<T> call) {
        return atOnce(java.util.Collections.nCopies(times, call));
    }

    /** Percent-encoded for a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String show(String method, String path, byte[] body, String... headers) {
        return method + " " + Answer.cut(path) + " " + List.of(headers) + "\n"
                + Answer.cut(new String(body, StandardCharsets.UTF_8));
    }
}
