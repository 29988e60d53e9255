package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.faults.Installed;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Environments;
import com.sentori.console.terraform.Tint;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code ./sentori infra} with the real Terraform, as a script uses it: there is no terminal. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class InfraCommandIT {
    private static final String SECRET = "planted-secret-0010";

    @TempDir
    private Path folder;
    private String name = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        Installed.requireTerraform();
        // What belongs to an environment stays in the data folder, which all tests share.
        name = "cli-" + Long.toString(System.nanoTime(), 36);
        Files.writeString(folder.resolve("environments.yaml"), """
                schema: sentori.environments/1
                environments:
                  - {name: %s, stack: stack}
                  - {name: %s-prod, stack: stack, production: true, colour: red}
                  - {name: %s-look, stack: stack, readOnly: true}
                """.formatted(name, name, name));
        stack("a");
    }

    private void stack(String value) throws IOException {
        Files.createDirectories(folder.resolve("stack"));
        Files.writeString(folder.resolve("stack/main.tf"), """
                resource "terraform_data" "one" { input = { open = "%s", hidden = sensitive("%s") } }
                output "api_url" { value = "http://127.0.0.1:9" }
                output "backend_kind" { value = "ecs" }
                output "environment" { value = "cli" }
                output "region" { value = "eu-west-3" }
                """.formatted(value, SECRET));
    }

    @Test
    void plans_keeps_approves_shows_and_destroys_and_every_line_keeps_to_its_schema() throws IOException {
        assertThat(run("plan", "--detailed-exitcode")).isEqualTo(99);
        assertThat(out.toString()).contains("1 to create.", "+ create   terraform_data.one",
                "input.hidden  none → (sensitive)", "input.open  none → \"a\"");
        assertThat(run("plan", "--keep", "--json")).isZero();
        PublishedSchemas.check("infra-plan-1", out.toString().strip());
        String id = json().path("plan").asString();
        assertThat(run("apply", "--approve", id, "--json")).isZero();
        PublishedSchemas.check("infra-apply-1", out.toString().strip());
        assertThat(json().path("added").asInt()).isEqualTo(1);
        assertThat(json().path("backend").path("profile").path("name").asString()).isEqualTo("ecs-cli");
        assertThat(json().path("backend").path("region").asString()).isEqualTo("eu-west-3");
        assertThat(run("apply", "--approve", id)).isEqualTo(4);
        assertThat(run("plan", "--detailed-exitcode")).isZero();
        assertThat(out.toString()).contains("Nothing is to be changed.");
        assertThat(run("drift", "--json")).isZero();
        PublishedSchemas.check("infra-plan-1", out.toString().strip());
        assertThat(run("output", "--json")).isZero();
        PublishedSchemas.check("infra-output-1", out.toString().strip());
        stack("b");
        assertThat(run("apply", "--yes")).isZero();
        assertThat(out.toString()).contains("input.open  \"a\" → \"b\"", "output  (sensitive) → (known after apply)",
                "Applied: 0 made, 1 changed, 0 destroyed.");
        assertThat(run("destroy", "--yes")).isZero();
        assertThat(out.toString()).contains("Applied: 0 made, 0 changed, 1 destroyed.");
    }

    @Test
    void changes_nothing_that_nobody_agreed_to() throws IOException {
        assertThat(run("apply")).isEqualTo(2);
        assertThat(err.toString()).contains("--yes");
        assertThat(in("-prod", "apply", "--yes")).isEqualTo(2);
        assertThat(err.toString()).contains("--confirm " + name + "-prod");
        assertThat(in("-look", "apply", "--yes")).isEqualTo(3);
        assertThat(in("-other", "plan")).isEqualTo(4);
        assertThat(folder.resolve("stack/terraform.tfstate")).doesNotExist();
        assertThat(in("-prod", "apply", "--yes", "--confirm", name + "-prod")).isZero();
        assertThat(folder.resolve("stack/terraform.tfstate")).exists();
    }

    @Test
    void the_file_of_environments_keeps_to_its_schema() throws Exception {
        Path written = folder.resolve("written");
        Environments.keep(List.of(Environment.of("plain", folder.resolve("stack")),
                new Environment("prod", "Production", Tint.RED, folder.resolve("stack"), List.of("prod.tfvars"),
                        "prod.tfbackend", "sentori-prod", "ecs", true, true)),
                written);
        for (Path each : List.of(folder, written)) {
            PublishedSchemas.check("environments-1", new YAMLMapper()
                    .readTree(Files.readString(each.resolve(Environments.FILE)))
                    .toString());
        }
    }

    @Test
    void what_terraform_complains_about_is_said_in_a_sentence() throws IOException {
        Files.writeString(folder.resolve("stack/main.tf"), "resource \"terraform_data\" \"one\" { inputs = 1 }");
        assertThat(run("plan")).isEqualTo(1);
        assertThat(err.toString()).contains("Unsupported argument", "main.tf:1");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return in("", arguments);
    }

    private int in(String suffix, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String[] all = Arrays.copyOf(arguments, arguments.length + 4);
        System.arraycopy(new String[]{"--env", name + suffix, "--environments", folder.toString()}, 0, all,
                arguments.length, 4);
        String[] line = new String[all.length + 1];
        line[0] = "infra";
        System.arraycopy(all, 0, line, 1, all.length);
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), line);
        assertThat(out.toString() + err).doesNotContain(SECRET);
        return code;
    }

    private JsonNode json() {
        return Json.MAPPER.readTree(out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
