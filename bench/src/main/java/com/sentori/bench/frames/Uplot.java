package com.sentori.bench.frames;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** uPlot in headless Chromium, on a page that a server on the loopback gives. Skipped, with a message, where one of them is missing. */
public final class Uplot {
    private static final String VERSION = "1.6.32";
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private final Path script;
    private final Path browser;
    private final Path folder;

    private Uplot(Path script, Path browser, Path folder) {
        this.script = script;
        this.browser = browser;
        this.folder = folder;
    }

    /** Finds browser and library, which npm fetches into {@code folder}; null, after saying what is missing, without them. */
    public static @Nullable Uplot find(Path folder) throws IOException, InterruptedException {
        Path browser = BROWSERS.stream().map(Uplot::onPath).filter(Objects::nonNull).findFirst().orElse(null);
        Path script = folder.resolve("node_modules/uplot/dist/uPlot.iife.min.js");
        if (browser == null) {
            System.err.println("uPlot is skipped: there is no Chromium on the PATH (Debian's package 'chromium').");
            return null;
        }
        if (!Files.exists(script) && onPath("npm") != null) {
            Files.createDirectories(folder);
            new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder.toString(),
                    "uplot@" + VERSION).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start()
                    .waitFor();
        }
        if (!Files.exists(script)) {
            System.err.println("uPlot is skipped: npm is missing, or could not fetch uplot@" + VERSION + ".");
            return null;
        }
        return new Uplot(script, browser, folder);
    }

    private static @Nullable Path onPath(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(each -> Path.of(each, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Lets it draw; null if it told nothing in time. */
    public @Nullable FrameTimes measure(int series, int points, Duration warmUp, Duration length, Duration patience)
            throws IOException, InterruptedException, ExecutionException {
        CompletableFuture<String> told = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = Objects.requireNonNull(Uplot.class.getResourceAsStream("uplot.html")).readAllBytes();
        server.createContext("/", exchange -> answer(exchange, "text/html", page));
        server.createContext("/uplot.js", exchange -> answer(exchange, "text/javascript", Files.readAllBytes(script)));
        server.createContext("/told", exchange -> {
            told.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "text/plain", new byte[]{'k'});
        });
        server.start();
        Process chromium = new ProcessBuilder(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-frame-rate-limit", "--disable-gpu-vsync", "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"), "--remote-debugging-port=0",
                "--window-size=" + Contender.WIDTH + "," + Contender.HEIGHT,
                "http://127.0.0.1:%d/?series=%d&points=%d&warmup=%d&millis=%d".formatted(server.getAddress().getPort(),
                        series, points, warmUp.toMillis(), length.toMillis()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        try {
            return FrameTimes.parse(told.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return null;
        } finally {
            chromium.descendants().forEach(ProcessHandle::destroyForcibly);
            chromium.destroyForcibly().waitFor();
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
