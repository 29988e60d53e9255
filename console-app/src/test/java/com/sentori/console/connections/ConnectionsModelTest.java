package com.sentori.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsModelTest {
    private final Backends backends = new Backends(List.of(), "tester", Clock.systemUTC());
    private final AtomicInteger changes = new AtomicInteger();
    private final ConnectionsModel model = new ConnectionsModel(backends, new Texts(Locale.ENGLISH), new Desk(),
            changes::incrementAndGet);

    @AfterEach
    void close() {
        backends.close();
    }

    @Test
    void keeps_a_new_backend() {
        type("mine", "http://127.0.0.1:9/");
        assertThat(model.keep()).isTrue();
        assertThat(backends.profiles()).singleElement()
                .isEqualTo(BackendProfile.of("mine", "http://127.0.0.1:9"));
        assertThat(changes).hasValue(1);
    }

    @Test
    void says_what_is_wrong_with_name_and_address() {
        type("", "nonsense");
        assertThat(model.keep()).isFalse();
        assertThat(model.nameFaultProperty().get()).startsWith("Give the backend a name");
        assertThat(model.urlFaultProperty().get()).startsWith("This is not the address of a backend");
        assertThat(changes).hasValue(0);
    }

    @Test
    void refuses_a_name_that_is_taken() {
        type("mine", "http://127.0.0.1:9");
        model.keep();
        model.select(null);
        type("mine", "http://127.0.0.1:10");
        assertThat(model.keep()).isFalse();
        assertThat(model.nameFaultProperty().get()).contains("already called mine");
    }

    @Test
    void adds_both_backends_of_a_sandbox_by_its_ready_line() {
        type("", "READY {\"ecs\":\"http://127.0.0.1:9\",\"serverless\":\"http://127.0.0.1:10\",\"ecsManagement\":\"x\"}");
        assertThat(model.keep()).isTrue();
        assertThat(model.items()).extracting(BackendItem::name).containsExactly("ecs", "serverless");
    }

    @Test
    void takes_from_a_ready_line_where_the_figures_are() {
        type("", "READY {\"ecs\":\"http://127.0.0.1:9\",\"serverless\":\"http://127.0.0.1:10\","
                + "\"cloudWatch\":\"http://127.0.0.1:11\",\"prometheus\":\"http://127.0.0.1:12\"}");
        assertThat(model.keep()).isTrue();
        assertThat(backends.profiles()).extracting(BackendProfile::telemetry)
                .containsExactly(new Telemetry(URI.create("http://127.0.0.1:12"), null), new Telemetry(null,
                        new Telemetry.CloudWatch("local", "", URI.create("http://127.0.0.1:11"), "")));
    }

    @Test
    void keeps_where_the_figures_are_and_shows_it_again() {
        type("mine", "http://127.0.0.1:9");
        model.telemetry().prometheusProperty().set(" http://prometheus:9090/ ");
        model.telemetry().regionProperty().set("eu-west-1");
        model.telemetry().stackProperty().set("sentori-production");
        assertThat(model.keep()).isTrue();
        assertThat(backends.profiles()).extracting(BackendProfile::telemetry)
                .containsExactly(new Telemetry(URI.create("http://prometheus:9090"),
                        new Telemetry.CloudWatch("eu-west-1", "", null, "sentori-production")));
        model.select(null);
        assertThat(model.telemetry().regionProperty().get()).isEmpty();
        model.select(model.items().getFirst());
        assertThat(model.telemetry().regionProperty().get()).isEqualTo("eu-west-1");
        assertThat(model.telemetry().prometheusProperty().get()).isEqualTo("http://prometheus:9090");
    }

    @Test
    void says_what_is_wrong_with_where_the_figures_are() {
        type("mine", "http://127.0.0.1:9");
        model.telemetry().profileProperty().set("work");
        assertThat(model.keep()).isFalse();
        assertThat(model.telemetry().faultProperty().get()).contains("needs its region");
        model.telemetry().profileProperty().set("");
        model.telemetry().prometheusProperty().set("nonsense");
        assertThat(model.keep()).isFalse();
        assertThat(model.telemetry().faultProperty().get()).contains("no address");
        assertThat(changes).hasValue(0);
    }

    @Test
    void refuses_half_a_ready_line() {
        type("", "READY {\"ecs\":\"http://127");
        assertThat(model.keep()).isFalse();
        assertThat(model.urlFaultProperty().get()).contains("copy the whole line");
    }

    @Test
    void changes_and_removes_the_selected_one() {
        type("mine", "http://127.0.0.1:9");
        model.keep();
        type("yours", "http://127.0.0.1:11");
        model.keep();
        assertThat(model.items()).extracting(BackendItem::name).containsExactly("yours");
        model.remove();
        assertThat(model.items()).isEmpty();
        assertThat(backends.all()).isEmpty();
    }

    private void type(String name, String url) {
        model.nameProperty().set(name);
        model.urlProperty().set(url);
    }
}
