package com.sentori.console.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a company's network: a TLS server with a certificate of the company's own, and a proxy that forwards. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class NetworkIT {
    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();
    private HttpsServer tls;
    private HeldCertificate authority;
    private ForwardProxy proxy;

    @BeforeEach
    void open() throws IOException {
        proxy = new ForwardProxy();
        authority = new HeldCertificate.Builder().commonName("Company CA").certificateAuthority(0).build();
        HeldCertificate own = new HeldCertificate.Builder().commonName("backend.test")
                .addSubjectAlternativeName("backend.test")
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tls.setHttpsConfigurator(
                new HttpsConfigurator(new HandshakeCertificates.Builder().heldCertificate(own).build().sslContext()));
        tls.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        HttpClient http = HttpClient.newHttpClient();
        tls.createContext("/", exchange -> {
            try (exchange) {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(URI.create(backend.url() + exchange.getRequestURI())).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        tls.start();
    }

    @AfterEach
    void close() throws IOException {
        tls.stop(0);
        proxy.close();
    }

    @Test
    void a_companys_certificates_are_trusted_when_they_are_named_and_not_before() throws Exception {
        String url = "https://localhost:" + tls.getAddress().getPort();
        assertThatThrownBy(() -> info(Network.of(Map.of(), ""), url)).isInstanceOf(BackendException.class)
                .hasMessageContaining("No secure connection");
        Path file = Files.writeString(folder.resolve("company.pem"), authority.certificatePem());
        assertThat(info(Network.of(Map.of("SENTORI_CA", file.toString()), ""), url)).isEqualTo("ecs");
        assertThat(info(Network.of(Map.of(), file.toString()), url)).isEqualTo("ecs");
    }

    @Test
    void javas_own_certificates_are_trusted_still() throws Exception {
        Path file = Files.writeString(folder.resolve("company.pem"), authority.certificatePem());
        Certificates own = Certificates.read(file);
        int javas = new HandshakeCertificates.Builder().addPlatformTrustedCertificates()
                .build()
                .trustManager()
                .getAcceptedIssuers().length;
        assertThat(own.trust().manager().getAcceptedIssuers()).contains(authority.certificate())
                .hasSize(javas + 1);
    }

    @Test
    void certificates_that_cannot_be_read_are_said_and_cost_nothing_else() throws Exception {
        Path rubbish = Files.writeString(folder.resolve("rubbish.pem"), "no certificate");
        for (String file : List.of(rubbish.toString(), folder.resolve("none.pem").toString())) {
            Network network = Network.of(Map.of("SENTORI_CA", file), "");
            assertThat(network.fault()).contains(file);
            assertThat(info(network, backend.url())).isEqualTo("ecs");
        }
    }

    @Test
    void a_proxy_of_the_environment_forwards_plain_calls_and_tunnels_secure_ones() throws Exception {
        Path file = Files.writeString(folder.resolve("company.pem"), authority.certificatePem());
        Map<String, String> environment = Map.of("http_proxy", "http://" + proxy.address(), "HTTPS_PROXY",
                proxy.address(), "SENTORI_CA", file.toString());
        Network network = Network.of(environment, "");
        int port = URI.create(backend.url()).getPort();
        assertThat(info(network, "http://backend.test:" + port)).isEqualTo("ecs");
        assertThat(proxy.seen()).anyMatch(line -> line.startsWith("GET http://backend.test:" + port + "/api/info"));
        int secure = tls.getAddress().getPort();
        assertThat(info(network, "https://backend.test:" + secure)).isEqualTo("ecs");
        assertThat(proxy.seen()).anyMatch(line -> line.startsWith("CONNECT backend.test:" + secure));
    }

    @Test
    void a_proxy_that_wants_to_know_who_comes_is_told() throws Exception {
        proxy.demand(Credentials.basic("alice", "wonder"));
        int port = URI.create(backend.url()).getPort();
        assertThatThrownBy(
                () -> info(Network.of(Map.of("HTTP_PROXY", "http://" + proxy.address()), ""),
                        "http://backend.test:" + port))
                .isInstanceOf(BackendException.class);
        assertThat(info(Network.of(Map.of("HTTP_PROXY", "http://alice:wonder@" + proxy.address()), ""),
                "http://backend.test:" + port)).isEqualTo("ecs");
    }

    @Test
    void this_machine_and_what_is_left_out_are_reached_without_a_proxy() {
        Proxies proxies = new Proxies(Map.of("ALL_PROXY", "proxy.test:3128", "NO_PROXY", "example.com, .local"), null);
        for (String direct : List.of("http://127.0.0.1:1", "https://localhost:1", "http://[::1]:1",
                "https://api.example.com", "http://example.com", "http://printer.local")) {
            assertThat(proxies.select(URI.create(direct))).as(direct).containsExactly(Proxy.NO_PROXY);
        }
        assertThat(proxies.select(URI.create("https://notexample.com")))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.test", 3128)));
    }

    private static String info(Network network, String url) throws BackendException {
        try (Backends backends = new Backends(List.of(BackendProfile.of("ecs", url)), "tester", null,
                Clock.systemUTC(), Timing.STANDARD, network)) {
            return backends.all().getFirst().client().info().backend();
        }
    }
}
