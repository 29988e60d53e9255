package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.dashboards.GrafanaWatch.Health;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class GrafanaWatchTest {
    @Test
    void says_when_grafana_goes_away_and_when_it_is_back() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer grafana = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        grafana.createContext("/grafana/api/health", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        grafana.start();
        OkHttpClient http = new OkHttpClient();
        try (GrafanaWatch watch = new GrafanaWatch(
                "http://127.0.0.1:" + grafana.getAddress().getPort() + "/grafana", () -> http, Clock.systemUTC(),
                Duration.ofMillis(20))) {
            await().until(() -> watch.state().health() == Health.UP);
            assertThat(watch.state().since()).isNotNull();
            status.set(503);
            await().until(() -> watch.state().health() == Health.DOWN);
            status.set(200);
            await().until(() -> watch.state().health() == Health.UP);
            grafana.stop(0);
            await().until(() -> watch.state().health() == Health.DOWN);
        } finally {
            http.connectionPool().evictAll();
            http.dispatcher().executorService().shutdown();
        }
    }
}
