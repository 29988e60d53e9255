package com.sentori.ecs.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.ecs.image.Dockerfile.Instruction;
import com.sentori.ecs.image.Dockerfile.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "../grafana-provisioning/grafana/Dockerfile",
            "../grafana-provisioning/prometheus/Dockerfile"})
    void an_image_has_a_pinned_base_an_unprivileged_user_a_health_check_and_no_secret(String path) throws IOException {
        Dockerfile file = Dockerfile.read(Path.of(path));
        Stage image = file.stages().getLast();
        assertThat(file.before()).extracting(Instruction::rest)
                .singleElement()
                .asString()
                .matches("BASE=[a-z/-]+:[\\w.-]+@sha256:[0-9a-f]{64}");
        assertThat(file.stages()).extracting(Stage::base).isSubsetOf("${BASE}", "layers", "program");
        assertThat(of(image, "USER").getLast().rest()).matches("[1-9]\\d*:\\d+");
        assertThat(of(image, "HEALTHCHECK")).singleElement().matches(Instruction::isList);
        assertThat(of(image, "ENV")).allSatisfy(setting -> assertThat(setting.rest().toLowerCase(Locale.ROOT))
                .doesNotContain("password", "secret_key", "token"));
    }

    @Test
    void every_authority_of_the_database_is_one_and_is_valid_for_long() throws IOException, CertificateException {
        try (InputStream bundle = Files.newInputStream(Path.of("rds-ca.pem"))) {
            Instant inTenYears = Instant.now().plus(3_650, ChronoUnit.DAYS);
            List<X509Certificate> authorities = CertificateFactory.getInstance("X.509")
                    .generateCertificates(bundle)
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            assertThat(authorities).allSatisfy(authority -> {
                assertThat(authority.getBasicConstraints()).isNotNegative();
                assertThat(authority.getNotAfter().toInstant()).isAfter(inTenYears);
                authority.verify(authority.getPublicKey());
            });
            assertThat(authorities).extracting(authority -> authority.getSubjectX500Principal().getName())
                    .filteredOn(name -> name.contains("eu-west-3"))
                    .hasSize(3);
        }
    }

    private static List<Instruction> of(Stage stage, String word) {
        return stage.instructions().stream().filter(instruction -> instruction.word().equals(word)).toList();
    }
}
