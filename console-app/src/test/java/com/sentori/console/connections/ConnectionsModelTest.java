package com.sentori.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.Backends;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
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
                .hasToString(
                        "BackendProfile[name=mine, url=http://127.0.0.1:9]");
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
