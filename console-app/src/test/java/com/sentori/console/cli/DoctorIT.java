package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Settings;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code doctor} says of a healthy console, and of each thing that can be wrong. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class DoctorIT {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();

    @BeforeEach
    void open() throws IOException {
        new Settings(List.of(BackendProfile.of("ecs", backend.url())), false, "en").save(folder);
    }

    @Test
    void all_is_well_where_all_is_well() {
        assertThat(doctor()).as(out::toString).isZero();
        assertThat(out.toString()).contains("ok       java", "ok       config folder", "ok       disk",
                "ok       store", "ok       backend ecs ", "its clock is off ours by", "it asks for no token",
                "it is reached without one", "All is well.").doesNotContain("..", "\u001b");
    }

    @Test
    void its_json_is_as_the_schema_says() throws IOException {
        assertThat(doctor("--json")).isZero();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "doctor-1.json")), InputFormat.JSON);
        assertThat(schema.validate(out.toString(), InputFormat.JSON)).isEmpty();
        JsonNode found = Json.MAPPER.readTree(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(found.path("folders").propertyNames()).containsExactly("config", "data", "cache", "state");
    }

    @Test
    void a_backend_that_is_away_is_a_problem() {
        backend.suffer(Fault.GATEWAY);
        assertThat(doctor()).isEqualTo(Exit.INTERNAL);
        assertThat(out.toString()).contains("problem  backend ecs", "Something is to be done.");
    }

    @Test
    void a_token_that_is_not_accepted_is_a_problem_and_none_is_a_hint() {
        backend.demand("right-token");
        assertThat(doctor("--token", "wrong-token-planted")).isEqualTo(Exit.INTERNAL);
        assertThat(out.toString()).contains("it does not accept the token").doesNotContain("wrong-token-planted");
    }

    @Test
    void a_damaged_store_and_damaged_settings_are_problems_and_stay_as_they_are() throws IOException {
        Path store = Files.writeString(folder.resolve("readings.db"), "no database at all".repeat(500));
        byte[] before = Files.readAllBytes(store);
        assertThat(doctor()).isEqualTo(Exit.INTERNAL);
        assertThat(out.toString()).contains("problem  store", "delete nothing");
        assertThat(store).hasBinaryContent(before);
        Files.writeString(folder.resolve("settings.json"), "{\"profiles\":[");
        doctor();
        assertThat(out.toString()).contains("problem  settings");
        assertThat(folder.resolve("settings.json")).hasContent("{\"profiles\":[");
    }

    @Test
    void a_folder_that_is_none_is_a_problem() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("doctor", "--folder", file.toString())).isEqualTo(Exit.INTERNAL);
        assertThat(out.toString()).contains("there is a file in its way");
    }

    @Test
    void certificates_that_cannot_be_read_are_a_problem() throws IOException {
        Settings kept = Settings.peek(folder);
        new Settings(kept.profiles(), kept.appearance(), 100, "en", 0, folder.resolve("none.pem").toString(),
                Keeping.SESSION).save(folder);
        assertThat(doctor()).isEqualTo(Exit.INTERNAL);
        assertThat(out.toString()).contains("problem  certificates", "There is no file");
    }

    @Test
    void what_it_prints_holds_no_secret() throws IOException {
        String password = "Planted-pass-0002";
        new Settings(List.of(new BackendProfile("ecs", URI.create("http://alice:" + password + "@127.0.0.1:9"))),
                false, "en").save(folder);
        doctor("--token", "planted-token-0001");
        doctor("--json", "--token", "planted-token-0001");
        assertThat(out.toString() + err).doesNotContain(password, "planted-token-0001");
    }

    private int doctor(String... arguments) {
        List<String> all = new ArrayList<>(List.of("doctor", "--folder", folder.toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
