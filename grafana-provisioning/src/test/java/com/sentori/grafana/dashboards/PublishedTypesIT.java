package com.sentori.grafana.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.grafana.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboards by the types that Grafana publishes for those who write them: the compiler finds wrong, missing and unknown members. */
class PublishedTypesIT {
    private static final Path FOLDER = Path.of("target", "types");

    /** Fetches the types, as often as a registry that is slow for a while needs. */
    @BeforeAll
    static void fetch() throws IOException, InterruptedException {
        Tool.require("npm", "npm");
        Files.createDirectories(FOLDER);
        try (Stream<Path> old = Files.list(FOLDER)) {
            for (Path file : old.filter(path -> path.toString().endsWith(".ts")).toList()) {
                Files.delete(file);
            }
        }
        for (String file : List.of("package.json", "tsconfig.json", "board.ts")) {
            try (InputStream in = Objects.requireNonNull(
                    PublishedTypesIT.class.getResourceAsStream("/com/sentori/grafana/schema/" + file))) {
                Files.copy(in, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Tool npm = Tool.run(FOLDER, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund",
                "--prefer-offline", "--fetch-retries=5");
        assumeTrue(npm.status() == 0, "Grafana's types cannot be had: " + npm.said());
    }

    @Test
    void each_dashboard_is_what_the_types_say_and_a_wrong_one_is_found_out() throws IOException, InterruptedException {
        for (Map.Entry<Path, byte[]> file : Dashboards.files().entrySet()) {
            String family = String.valueOf(file.getKey().getParent());
            write(family + "-" + file.getKey().getFileName(), family,
                    new String(file.getValue(), StandardCharsets.UTF_8));
        }
        Tool compiler = compile();
        assertThat(compiler.said()).isEmpty();
        assertThat(compiler.status()).isZero();

        String right = new String(Dashboards.files().get(Path.of("prometheus", "run.json")), StandardCharsets.UTF_8);
        write("wrong-1.json", "prometheus", right.replace("\"legendFormat\"", "\"legend\""));
        write("wrong-2.json", "prometheus", right.replace("\"palette-classic\"", "\"palette-clasic\""));
        write("wrong-3.json", "prometheus", right.replace("\"colorMode\"", "\"colourMode\""));
        write("wrong-4.json", "prometheus", right.replace("\"sentori-prometheus\"", "\"sentori\""));
        write("wrong-5.json", "cloudwatch",
                new String(Dashboards.files().get(Path.of("cloudwatch", "backend.json")), StandardCharsets.UTF_8)
                        .replace("\"Descending\"", "\"descending\""));
        assertThat(compile().said()).contains("wrong-1.ts", "wrong-2.ts", "wrong-3.ts", "wrong-4.ts", "wrong-5.ts")
                .doesNotContain("prometheus-", "cloudwatch-");
    }

    /** JSON is an expression of the language. */
    private static void write(String name, String type, String json) throws IOException {
        Files.writeString(FOLDER.resolve(name.replace(".json", ".ts")),
                "import type { " + type + " } from './board';\nexport const board: " + type + " = " + json);
    }

    private static Tool compile() throws IOException, InterruptedException {
        return Tool.run(FOLDER, FOLDER.resolve("node_modules/.bin/tsc").toAbsolutePath().toString(), "-p", ".");
    }
}
