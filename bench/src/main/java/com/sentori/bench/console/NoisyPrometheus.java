package com.sentori.bench.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers each expression {@code panelN} with series of noise in the form of Prometheus, made before: what is measured is who reads them. */
final class NoisyPrometheus implements AutoCloseable {
    private final List<byte[]> answers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile long lastSent;

    /** Of so many panels; the first point lies at {@code from}, in epoch seconds, and each second there is one. */
    NoisyPrometheus(int panels, int series, int points, long from) throws IOException {
        for (int panel = 0; panel < panels; panel++) {
            answers.add(answer(new SplittableRandom(panel), series, points, from));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/api/v1/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static byte[] answer(SplittableRandom noise, int series, int points, long from) {
        StringBuilder json = new StringBuilder(
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (int i = 0; i < series; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"metric\":{\"sensor_id\":\"sensor-")
                    .append(i)
                    .append("\"},\"values\":[");
            for (int j = 0; j < points; j++) {
                json.append(j == 0 ? "[" : ",[")
                        .append(from + j)
                        .append(",\"")
                        .append(20 + i + noise.nextDouble())
                        .append("\"]");
            }
            json.append("]}");
        }
        return json.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        int panel = form.indexOf("panel");
        byte[] body = panel < 0
                ? "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}"
                        .getBytes(StandardCharsets.UTF_8)
                : answers.get(Integer.parseInt(form.substring(panel + 5).replaceAll("\\D.*", "")));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        if (panel >= 0) {
            lastSent = System.nanoTime();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** When the last answer had left, by {@link System#nanoTime}. */
    long lastSent() {
        return lastSent;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
