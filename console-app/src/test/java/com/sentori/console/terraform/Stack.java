package com.sentori.console.terraform;

import com.sentori.console.faults.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** A stack of {@code terraform_data} in a folder of the test, for the real Terraform: it needs no provider. */
final class Stack {
    private final Path folder;
    private final Path data;

    /** Skips the test where Terraform is not installed. */
    Stack(Path root) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(root.resolve("stack"));
        this.data = root.resolve("data");
        Installed.requireTerraform();
    }

    Stack write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return data;
    }

    Environment environment(String... variables) {
        return new Environment("test", "", Tint.GREY, folder, List.of(variables), null, null, null, false, false);
    }

    Workplace workplace(String... variables) {
        return workplace(environment(variables));
    }

    Workplace workplace(Environment environment) {
        return new Workplace(environment, new Program("terraform"), data, Clock.systemUTC());
    }
}
