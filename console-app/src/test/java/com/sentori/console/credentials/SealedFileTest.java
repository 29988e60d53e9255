package com.sentori.console.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SealedFileTest {
    private static final String SECRET = "planted-token-0001";

    @TempDir
    private Path folder;

    @Test
    void gives_back_what_was_kept_to_who_knows_the_passphrase() throws Exception {
        SealedFile file = open("correct horse");
        file.keep("http://a", SECRET);
        file.keep("http://b", "other");
        file.forget("http://b");
        assertThat(open("correct horse").find("http://a")).contains(SECRET);
        assertThat(open("correct horse").find("http://b")).isEmpty();
        assertThatThrownBy(() -> open("wrong horse")).isInstanceOf(WrongPassphraseException.class);
    }

    @Test
    void nothing_of_it_stands_in_the_folder_and_every_writing_looks_different() throws Exception {
        SealedFile file = open("correct horse");
        file.keep("http://a", SECRET);
        byte[] first = Files.readAllBytes(folder.resolve("credentials.json"));
        file.keep("http://a", SECRET);
        assertThat(Files.readAllBytes(folder.resolve("credentials.json"))).isNotEqualTo(first);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .doesNotContain(SECRET, "http://a", "correct horse");
            }
        }
    }

    @Test
    void a_file_that_was_changed_is_not_read() throws Exception {
        open("correct horse").keep("http://a", SECRET);
        Path path = folder.resolve("credentials.json");
        ObjectNode sealed = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(path));
        byte[] bytes = sealed.path("secrets").binaryValue();
        bytes[0] ^= 1;
        sealed.put("secrets", bytes);
        Files.write(path, Json.bytes(sealed));
        assertThatThrownBy(() -> open("correct horse")).isInstanceOf(WrongPassphraseException.class);
        Files.writeString(path, "{");
        assertThatThrownBy(() -> open("correct horse")).isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void the_passphrase_is_overwritten() throws Exception {
        char[] typed = "correct horse".toCharArray();
        SealedFile.open(folder, typed);
        assertThat(new String(typed)).isBlank();
    }

    private SealedFile open(String passphrase) throws IOException, WrongPassphraseException {
        return SealedFile.open(folder, passphrase.toCharArray());
    }
}
