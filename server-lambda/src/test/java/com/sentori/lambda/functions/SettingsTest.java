package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.http.ServerSettings;
import com.sentori.lambda.journal.Figures;
import com.sentori.lambda.log.Retention;
import com.sentori.lambda.store.TableNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void refuses_to_start_without_an_auth_mode_and_says_what_to_do() {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(Map.of()))
                .withMessageContaining("set SENTORI_AUTH_MODE=jwt");
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(Map.of("SENTORI_AUTH_MODE", "closed")))
                .withMessageContaining("closed");
    }

    @Test
    void has_standards_for_the_rest() {
        Settings settings = Settings.of(Map.of("SENTORI_AUTH_MODE", "open", "AWS_REGION", "eu-central-1"));
        assertThat(settings.tables()).isEqualTo(TableNames.STANDARD);
        assertThat(settings.server()).isEqualTo(new ServerSettings("serverless", Settings.version(), "eu-central-1",
                false, AuthMode.OPEN, ServerSettings.STANDARD_ORIGINS, 5, Duration.ofMinutes(2), null,
                Settings.FEATURES));
        assertThat(Settings.version()).matches("[0-9]+\\..*");
    }

    @Test
    void reads_all_of_the_environment() {
        Settings settings = Settings.of(Map.of("SENTORI_AUTH_MODE", "open", "SENTORI_RUNS_TABLE", "r",
                "SENTORI_SENSOR_DATA_TABLE", "s", "SENTORI_ALLOWED_ORIGINS", "https://a.example, https://b.example",
                "SENTORI_MAX_RUNNING", "7", "SENTORI_GRACE_SECONDS", "30", "SENTORI_GRAFANA_URL", "https://g.example"));
        assertThat(settings.tables()).isEqualTo(new TableNames("r", "s"));
        assertThat(settings.server().allowedOrigins()).isEqualTo(List.of("https://a.example", "https://b.example"));
        assertThat(settings.server().maxRunning()).isEqualTo(7);
        assertThat(settings.server().grace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.server().grafanaUrl()).isEqualTo("https://g.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(Map.of("SENTORI_AUTH_MODE", "open", "SENTORI_MAX_RUNNING", "five")))
                .withMessageContaining("SENTORI_MAX_RUNNING must be a whole number");
    }

    @Test
    void reads_how_callers_prove_who_they_are_and_how_often_they_may_call() {
        Map<String, String> jwt = Map.of("SENTORI_AUTH_MODE", "jwt", "SENTORI_AUTH_ISSUER", "https://i.example",
                "SENTORI_AUTH_AUDIENCE", "sentori", "SENTORI_AUTH_JWKS", "https://i.example/keys",
                "SENTORI_AUTH_USER_CLAIM", "email", "SENTORI_AUTH_ROLES_CLAIM", "groups", "SENTORI_AUTH_CLIENT_ID",
                "console", "SENTORI_RATE_LIMIT", "20");
        assertThat(Settings.of(jwt).server().auth()).isEqualTo(new AuthMode.Jwt("https://i.example", "sentori",
                URI.create("https://i.example/keys"), "email", "groups", "console"));
        assertThat(Settings.of(jwt).rateLimit()).isEqualTo(20);
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(Map.of("SENTORI_AUTH_MODE", "jwt")))
                .withMessageContaining("needs an issuer");
    }

    @Test
    void reads_how_long_runs_stay_and_what_is_measured() {
        Map<String, String> open = Map.of("SENTORI_AUTH_MODE", "open");
        assertThat(Settings.of(open).retention()).isEqualTo(Retention.FOR_EVER);
        assertThat(Settings.of(open).figures()).isEqualTo(Figures.STANDARD);
        Settings settings = Settings.of(Map.of("SENTORI_AUTH_MODE", "open", "SENTORI_RETENTION_DAYS", "30",
                "SENTORI_METRICS_NAMESPACE", "Own", "SENTORI_METRICS_DIMENSIONS", "RunId, Type",
                "SENTORI_METRICS_LINES", "7"));
        assertThat(settings.retention()).isEqualTo(Retention.ofDays(30));
        assertThat(settings.figures()).isEqualTo(new Figures("Own", List.of("RunId", "Type"), 7));
        assertThat(Settings.of(Map.of("SENTORI_AUTH_MODE", "open", "SENTORI_METRICS_DIMENSIONS", "none"))
                .figures()
                .dimensions()).isEmpty();
    }
}
