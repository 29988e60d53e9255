package com.sentori.console.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.console.terraform.Workplace.Aim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform with the schemas of the AWS provider, which changes nothing anywhere: the script {@code tf-offline} around it is looked for beside the product. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class OfflineStackIT {
    private static final String STORES = """
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws" }
              }
            }
            variable "protected" { default = true }
            variable "stores" { default = true }
            resource "aws_db_instance" "runs" {
              count                = var.stores ? 1 : 0
              instance_class       = "db.t4g.micro"
              allocated_storage    = 20
              engine               = "postgres"
              username             = "sentori"
              password             = "planted-secret-0030"
              deletion_protection  = var.protected
            }
            resource "aws_dynamodb_table" "runs" {
              count                       = var.stores ? 1 : 0
              name                        = "Runs"
              billing_mode                = "PAY_PER_REQUEST"
              hash_key                    = "id"
              deletion_protection_enabled = var.protected
              attribute {
                name = "id"
                type = "S"
              }
            }
            """;

    @TempDir
    private Path root;
    private Stack stack;
    private Program program;

    @BeforeEach
    void find() throws Exception {
        stack = new Stack(root);
        Optional<Path> script = Optional.empty();
        for (Path above = Path.of("").toAbsolutePath(); above != null && script.isEmpty(); above = above.getParent()) {
            script = Optional.of(above.resolve("shared/terraform/tf-offline")).filter(Files::isExecutable);
        }
        assumeTrue(script.isPresent(),
                "The offline providers are not here: 'shared/terraform/tf-offline' beside the product.");
        program = new Program(script.get().toString());
    }

    private Workplace place() {
        return new Workplace(stack.environment("values.tfvars"), program, stack.data(), Clock.systemUTC());
    }

    @Test
    void it_takes_two_applies_to_lose_data() throws Exception {
        stack.write("main.tf", STORES).write("values.tfvars", "");
        Workplace place = place();
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            Bill bill = plan.plan().bill();
            assertThat(bill.lines()).singleElement()
                    .satisfies(line -> assertThat(line.difference()).isBetween(13.9, 14.1));
            assertThat(bill.byUse()).containsExactly("aws_dynamodb_table.runs[0]");
            assertThat(plan.plan().toString()).doesNotContain("planted-secret");
            place.apply(plan, "", _ -> {});
        }
        stack.write("values.tfvars", "stores = false\nprotected = false\n");
        assertRefused(place, Aim.APPLY);
        stack.write("values.tfvars", "");
        assertRefused(place, Aim.DESTROY);
        stack.write("values.tfvars", "protected = false\n");
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThat(plan.plan().refused()).isEmpty();
            assertThat(place.apply(plan, "", _ -> {}).changed()).isEqualTo(2);
        }
        stack.write("values.tfvars", "stores = false\n");
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThat(plan.plan().lost()).hasSize(2);
            assertThat(place.apply(plan, "", _ -> {}).destroyed()).isEqualTo(2);
        }
    }

    private static void assertRefused(Workplace place, Aim aim) throws Exception {
        try (ShownPlan plan = place.plan(aim, _ -> {})) {
            assertThat(plan.plan().refused()).extracting(Change::type)
                    .containsExactlyInAnyOrder("aws_db_instance", "aws_dynamodb_table");
            assertThatExceptionOfType(TerraformException.class).isThrownBy(() -> place.apply(plan, "", _ -> {}))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(TerraformException.Kind.PROTECTED));
        }
    }

    @Test
    void an_interrupt_reaches_terraform_through_the_script_around_it() throws Exception {
        stack.write("values.tfvars", "").write("main.tf", """
                resource "terraform_data" "slow" {
                  provisioner "local-exec" { command = "exec sleep 120" }
                }
                """);
        Workplace place = place();
        List<Message> told = new CopyOnWriteArrayList<>();
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            CompletableFuture<TerraformException.Kind> ended = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    place.apply(plan, "", told::add);
                } catch (TerraformException e) {
                    ended.complete(e.kind());
                } catch (Exception e) {
                    ended.completeExceptionally(e);
                }
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> !told.isEmpty());
            assertThat(place.interrupt()).isTrue();
            assertThat(ended.get()).isEqualTo(TerraformException.Kind.INTERRUPTED);
            assertThat(told).contains(new Message.Interrupted());
        }
    }
}
