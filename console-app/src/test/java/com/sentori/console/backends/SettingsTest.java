package com.sentori.console.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void what_an_older_console_kept_is_still_read() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"profiles\":[],\"dark\":true,\"language\":\"fr\"}");
        assertThat(Settings.load(folder)).isEqualTo(new Settings(List.of(), true, "fr"));
        Files.writeString(folder.resolve("settings.json"),
                "{\"profiles\":[{\"name\":\"ecs\",\"url\":\"http://127.0.0.1:1\"}],\"dark\":true,\"language\":\"fr\"}");
        assertThat(Settings.load(folder).profiles()).containsExactly(BackendProfile.of("ecs", "http://127.0.0.1:1"));
    }

    @Test
    void is_read_as_it_was_kept() throws IOException {
        Settings settings = new Settings(List.of(BackendProfile.of("ecs", "http://127.0.0.1:1")
                .with(new Telemetry(URI.create("http://127.0.0.1:2"),
                        new Telemetry.CloudWatch("eu-west-1", "work", URI.create("http://127.0.0.1:3"), "sentori")))),
                Appearance.SYSTEM,
                125,
                "system", 512, "company.pem", Keeping.FILE);
        settings.save(folder);
        assertThat(Settings.load(folder)).isEqualTo(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"profiles\":[{\"name\":\"ecs\",", "", "null", "{}",
            "{\"profiles\":[{\"name\":\"ecs\"}]}",
            "{\"profiles\":[{\"name\":\"ecs\",\"url\":\"ftp://127.0.0.1\"}]}",
            "{\"profiles\":[],\"tokens\":\"NOWHERE\"}"})
    void a_damaged_file_is_kept_beside(String damaged) throws IOException {
        Files.writeString(folder.resolve("settings.json"), damaged);
        assertThat(Settings.load(folder)).isEqualTo(Settings.standard());
        Settings.standard().save(folder);
        assertThat(folder.resolve("settings-damaged.json")).hasContent(damaged);
    }
}
