package com.sentori.console.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sentori.console.terraform.Workplace.Aim;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform on stacks of {@code terraform_data}. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class WorkplaceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "planted-secret-0001";
    private static final String FIRST = """
            variable "value" { default = "a" }
            resource "terraform_data" "plain" { input = var.value }
            resource "terraform_data" "fixed" { triggers_replace = [var.value] }
            module "inner" {
              source = "./inner"
              value  = var.value
            }
            output "api_url" { value = "http://127.0.0.1:1/${var.value}" }
            """;
    private static final String INNER = """
            variable "value" {}
            resource "terraform_data" "each" {
              for_each = toset(["x", "y"])
              input    = "${var.value}-${each.key}"
            }
            """;

    @TempDir
    private Path root;

    @Test
    void plans_and_applies_what_is_new_changed_replaced_and_gone() throws Exception {
        Stack stack = new Stack(root).write("main.tf", FIRST).write("inner/main.tf", INNER);
        Workplace place = stack.workplace();
        List<Message> told = new ArrayList<>();
        try (ShownPlan plan = place.plan(Aim.APPLY, told::add)) {
            assertThat(plan.plan().changes()).extracting(Change::address, Change::module, Change::action)
                    .containsExactlyInAnyOrder(tuple("terraform_data.plain", "", Action.CREATE),
                            tuple("terraform_data.fixed", "", Action.CREATE),
                            tuple("module.inner.terraform_data.each[\"x\"]", "module.inner", Action.CREATE),
                            tuple("module.inner.terraform_data.each[\"y\"]", "module.inner", Action.CREATE));
            assertThat(told).filteredOn(Message.Planned.class::isInstance).hasSize(4);
            assertThat(of(plan.plan(), "terraform_data.plain").attributes())
                    .contains(new Attribute("input", Value.ABSENT, known("\"a\""), false),
                            new Attribute("id", Value.ABSENT, Value.UNKNOWN, false));
            assertThat(plan.plan().outputs()).singleElement()
                    .satisfies(output -> assertThat(output.text()).isEqualTo("http://127.0.0.1:1/a"));
            told.clear();
            Applied applied = place.apply(plan, "", told::add);
            assertThat(applied.added()).isEqualTo(4);
            assertThat(applied.outputs()).extracting(Output::name, Output::text)
                    .containsExactly(tuple("api_url", "http://127.0.0.1:1/a"));
            assertThat(told).filteredOn(each -> each instanceof Message.Progress progress
                    && progress.phase() == Message.Phase.DONE && progress.action() == Action.CREATE).hasSize(4);
        }
        stack.write("main.tf", FIRST.replace("\"a\"", "\"b\"")).write("inner/main.tf", INNER.replace(", \"y\"", ""));
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThat(plan.plan().changes()).extracting(Change::address, Change::action)
                    .containsExactlyInAnyOrder(tuple("terraform_data.plain", Action.UPDATE),
                            tuple("terraform_data.fixed", Action.REPLACE),
                            tuple("module.inner.terraform_data.each[\"x\"]", Action.UPDATE),
                            tuple("module.inner.terraform_data.each[\"y\"]", Action.DESTROY));
            assertThat(of(plan.plan(), "terraform_data.plain").attributes())
                    .contains(new Attribute("input", known("\"a\""), known("\"b\""), false),
                            new Attribute("output", known("\"a\""), Value.UNKNOWN, false));
            assertThat(of(plan.plan(), "terraform_data.fixed").attributes())
                    .contains(new Attribute("triggers_replace[0]", known("\"a\""), known("\"b\""), true));
            assertThat(of(plan.plan(), "terraform_data.fixed").reason()).isEqualTo("replace_because_cannot_update");
            Applied applied = place.apply(plan, "", _ -> {});
            assertThat(List.of(applied.added(), applied.changed(), applied.destroyed())).containsExactly(1, 2, 2);
        }
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThat(plan.plan().isEmpty()).isTrue();
            assertThat(plan.plan().unchanged()).isEqualTo(3);
        }
        try (ShownPlan plan = place.plan(Aim.DESTROY, _ -> {})) {
            assertThat(plan.plan().counts()).containsExactly(Map.entry(Action.DESTROY, 3));
            assertThat(place.apply(plan, "", _ -> {}).destroyed()).isEqualTo(3);
        }
        assertThat(place.outputs()).isEmpty();
    }

    @Test
    void what_failed_in_the_middle_is_told_and_the_rest_is_planned_again() throws Exception {
        Stack stack = new Stack(root).write("main.tf", """
                resource "terraform_data" "first" {}
                resource "terraform_data" "second" {
                  depends_on = [terraform_data.first]
                  provisioner "local-exec" { command = "exit 3" }
                }
                resource "terraform_data" "third" { depends_on = [terraform_data.second] }
                """);
        Workplace place = stack.workplace();
        List<Message> told = new ArrayList<>();
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThatExceptionOfType(TerraformException.class).isThrownBy(() -> place.apply(plan, "", told::add))
                    .satisfies(fault -> {
                        assertThat(fault.kind()).isEqualTo(TerraformException.Kind.FAILED);
                        assertThat(fault.diagnostics()).singleElement().satisfies(each -> {
                            assertThat(each.address()).isEqualTo("terraform_data.second");
                            assertThat(each.place()).isEqualTo("main.tf:4");
                        });
                    });
        }
        assertThat(told).usingRecursiveFieldByFieldElementComparatorIgnoringFields("elapsed")
                .contains(new Message.Progress("terraform_data.second", Action.CREATE, Message.Phase.FAILED,
                        Duration.ZERO));
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThat(plan.plan().changes()).extracting(Change::address, Change::action)
                    .containsExactlyInAnyOrder(tuple("terraform_data.second", Action.REPLACE),
                            tuple("terraform_data.third", Action.CREATE));
            assertThat(of(plan.plan(), "terraform_data.second").reason()).isEqualTo("replace_because_tainted");
        }
    }

    @Test
    void one_interrupt_ends_an_apply_in_order_and_the_state_is_saved() throws Exception {
        Stack stack = new Stack(root).write("main.tf", """
                resource "terraform_data" "first" {}
                resource "terraform_data" "slow" {
                  depends_on = [terraform_data.first]
                  provisioner "local-exec" { command = "exec sleep 120" }
                }
                """);
        Workplace place = stack.workplace();
        List<Message> told = new CopyOnWriteArrayList<>();
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            CompletableFuture<Applied> applying = async(() -> place.apply(plan, "", told::add));
            await().atMost(PATIENCE)
                    .until(() -> told.stream()
                            .anyMatch(each -> each instanceof Message.Progress progress
                                    && progress.address().equals("terraform_data.slow")));
            assertThat(place.interrupt()).isTrue();
            assertThat(kindOf(applying)).isEqualTo(TerraformException.Kind.INTERRUPTED);
        }
        assertThat(told).contains(new Message.Interrupted());
        assertThat(Files.readString(stack.folder().resolve("terraform.tfstate"))).contains("\"first\"");
        assertThat(stack.folder().resolve(".terraform.tfstate.lock.info")).doesNotExist();
        try (ShownPlan plan = place.plan(Aim.APPLY, _ -> {})) {
            assertThat(plan.plan().unchanged()).isEqualTo(1);
        }
    }

    @Test
    void who_holds_the_lock_is_told_and_nobody_breaks_it() throws Exception {
        Stack stack = new Stack(root).write("main.tf", """
                resource "terraform_data" "slow" {
                  provisioner "local-exec" { command = "exec sleep 120" }
                }
                """);
        Workplace mine = stack.workplace();
        Workplace theirs = new Workplace(stack.environment(), new Program("terraform"), root.resolve("theirs"),
                Clock.systemUTC());
        try (ShownPlan plan = theirs.plan(Aim.APPLY, _ -> {})) {
            CompletableFuture<Applied> applying = async(() -> theirs.apply(plan, "", _ -> {}));
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(stack.folder().resolve(".terraform.tfstate.lock.info")));
            assertThatExceptionOfType(TerraformException.class).isThrownBy(() -> mine.plan(Aim.APPLY, _ -> {}))
                    .satisfies(fault -> {
                        assertThat(fault.kind()).isEqualTo(TerraformException.Kind.LOCKED);
                        Lock lock = Objects.requireNonNull(fault.lock());
                        assertThat(lock.id()).hasSize(36);
                        assertThat(lock.who()).contains("@");
                        assertThat(lock.operation()).isEqualTo("Apply");
                        assertThat(lock.created()).startsWith("20");
                    });
            assertThat(stack.folder().resolve(".terraform.tfstate.lock.info")).exists();
            theirs.interrupt();
            assertThat(kindOf(applying)).isEqualTo(TerraformException.Kind.INTERRUPTED);
        }
    }

    @Test
    void one_command_at_a_time_works_on_an_environment() throws Exception {
        Stack stack = new Stack(root).write("main.tf", """
                resource "terraform_data" "slow" {
                  provisioner "local-exec" { command = "exec sleep 120" }
                }
                """);
        Workplace one = stack.workplace();
        try (ShownPlan plan = one.plan(Aim.APPLY, _ -> {})) {
            List<Message> told = new CopyOnWriteArrayList<>();
            CompletableFuture<Applied> applying = async(() -> one.apply(plan, "", told::add));
            await().atMost(PATIENCE).until(() -> !told.isEmpty());
            assertThatExceptionOfType(TerraformException.class)
                    .isThrownBy(() -> stack.workplace().plan(Aim.APPLY, _ -> {}))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(TerraformException.Kind.BUSY));
            await().atMost(PATIENCE).until(one::interrupt);
            assertThat(kindOf(applying)).isEqualTo(TerraformException.Kind.INTERRUPTED);
        }
    }

    @Test
    void a_plan_is_not_applied_once_the_state_has_moved_or_the_configuration_has_changed() throws Exception {
        Stack stack = new Stack(root).write("main.tf", "resource \"terraform_data\" \"one\" { input = 1 }");
        Workplace mine = stack.workplace();
        Workplace theirs = new Workplace(stack.environment(), new Program("terraform"), root.resolve("theirs"),
                Clock.systemUTC());
        try (ShownPlan plan = mine.plan(Aim.APPLY, _ -> {}); ShownPlan other = theirs.plan(Aim.APPLY, _ -> {})) {
            theirs.apply(other, "", _ -> {});
            assertThat(refusal(mine, plan)).isEqualTo(TerraformException.Kind.STALE);
        }
        stack.write("main.tf", "resource \"terraform_data\" \"one\" { input = 2 }");
        try (ShownPlan plan = mine.plan(Aim.APPLY, _ -> {})) {
            stack.write("main.tf", "resource \"terraform_data\" \"one\" { input = 3 }");
            assertThat(refusal(mine, plan)).isEqualTo(TerraformException.Kind.CHANGED);
        }
        try (ShownPlan plan = mine.plan(Aim.APPLY, _ -> {})) {
            Files.writeString(plan.file().path(), "another plan");
            assertThat(refusal(mine, plan)).isEqualTo(TerraformException.Kind.NO_PLAN);
        }
    }

    @Test
    void production_wants_its_name_and_what_is_read_only_is_never_changed() throws Exception {
        Stack stack = new Stack(root).write("main.tf", "resource \"terraform_data\" \"one\" {}");
        Environment plain = stack.environment();
        Workplace production = stack.workplace(new Environment("prod", "", Tint.RED, plain.stack(), List.of(), null,
                null, null, true, false));
        try (ShownPlan plan = production.plan(Aim.APPLY, _ -> {})) {
            assertThatExceptionOfType(TerraformException.class)
                    .isThrownBy(() -> production.apply(plan, "yes", _ -> {}))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(TerraformException.Kind.UNCONFIRMED));
            assertThat(production.apply(plan, "prod", _ -> {}).added()).isEqualTo(1);
        }
        Workplace readOnly = stack.workplace(new Environment("look", "", Tint.GREY, plain.stack(), List.of(), null,
                null, null, false, true));
        try (ShownPlan plan = readOnly.plan(Aim.DESTROY, _ -> {})) {
            assertThat(refusal(readOnly, plan)).isEqualTo(TerraformException.Kind.READ_ONLY);
        }
    }

    @Test
    void a_kept_plan_is_applied_by_its_id_and_by_no_other() throws Exception {
        Stack stack = new Stack(root).write("main.tf", "resource \"terraform_data\" \"one\" {}");
        ShownPlan plan = stack.workplace().plan(Aim.APPLY, _ -> {});
        stack.workplace().keep(plan);
        assertThatExceptionOfType(TerraformException.class).isThrownBy(() -> stack.workplace().kept("0123456789abcdef"))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(TerraformException.Kind.NO_PLAN));
        Workplace later = stack.workplace();
        try (ShownPlan kept = later.kept(plan.id())) {
            assertThat(kept.plan()).isEqualTo(plan.plan());
            assertThat(later.apply(kept, "", _ -> {}).added()).isEqualTo(1);
        }
        assertThat(plan.file().path()).doesNotExist();
    }

    @Test
    void no_secret_gets_out_of_a_plan_an_error_or_a_file_and_the_plan_is_for_its_owner_alone() throws Exception {
        Stack stack = new Stack(root)
                .write("main.tf",
                        """
                                variable "password" {
                                  type      = string
                                  sensitive = true
                                }
                                variable "nested" {
                                  type      = object({ key = string })
                                  sensitive = true
                                }
                                resource "terraform_data" "holder" { input = { open = "seen", hidden = var.password, deep = [var.nested] } }
                                resource "terraform_data" "told" {
                                  provisioner "local-exec" { command = "echo ${nonsensitive(var.password)} >&2; exit 4" }
                                }
                                output "password" {
                                  value     = var.password
                                  sensitive = true
                                }
                                """)
                .write("values.tfvars", """
                        password = "%s"
                        nested   = { key = "planted-secret-0002" }
                        """.formatted(SECRET));
        Workplace place = stack.workplace("values.tfvars");
        List<Message> told = new ArrayList<>();
        try (ShownPlan plan = place.plan(Aim.APPLY, told::add)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                    Objects.requireNonNull(plan.file().path().getParent()))))
                    .isEqualTo("rwx------");
            Change holder = of(plan.plan(), "terraform_data.holder");
            assertThat(holder.attributes()).contains(
                    new Attribute("input.open", Value.ABSENT, known("\"seen\""), false),
                    new Attribute("input.hidden", Value.ABSENT, Value.SENSITIVE, false));
            assertClean(plan.plan().toString());
            assertClean(new String(Json.bytes(plan.plan()), StandardCharsets.UTF_8));
            assertThatExceptionOfType(TerraformException.class).isThrownBy(() -> place.apply(plan, "", told::add))
                    .satisfies(fault -> {
                        assertThat(fault.diagnostics()).isNotEmpty();
                        assertThat(fault.getMessage()).contains("[hidden]");
                        assertClean(fault.getMessage() + fault.diagnostics());
                    });
        }
        assertClean(told.toString());
        assertThat(place.outputs()).containsExactly(new Output("password", Value.SENSITIVE));
        try (Stream<Path> files = Files.walk(stack.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertClean(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        try (Stream<Path> left = Files.list(stack.data().resolve("terraform/test"))) {
            assertThat(left.map(each -> String.valueOf(each.getFileName())))
                    .noneMatch(name -> name.startsWith("plan-"));
        }
    }

    @Test
    void a_complaint_before_any_plan_holds_no_secret_either() throws Exception {
        Stack stack = new Stack(root).write("main.tf", """
                variable "password" {
                  sensitive = true
                }
                resource "terraform_data" "one" {
                  input = 1
                  lifecycle {
                    precondition {
                      condition     = nonsensitive(var.password) == ""
                      error_message = "refused: ${nonsensitive(var.password)}"
                    }
                  }
                }
                """).write("terraform.tfvars", "password = \"" + SECRET + "\"\n");
        assertThatExceptionOfType(TerraformException.class).isThrownBy(() -> stack.workplace().plan(Aim.APPLY, _ -> {}))
                .satisfies(fault -> {
                    assertThat(fault.getMessage()).contains("refused: [hidden]");
                    assertClean(fault.getMessage() + fault.diagnostics());
                });
    }

    @Test
    void a_program_or_a_folder_that_is_not_there_is_said() throws Exception {
        Stack stack = new Stack(root);
        assertThatExceptionOfType(TerraformException.class)
                .isThrownBy(() -> new Workplace(stack.environment(), new Program("no-such-terraform"), stack.data(),
                        Clock.systemUTC()).plan(Aim.APPLY, _ -> {}))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(TerraformException.Kind.NO_PROGRAM));
        Files.delete(stack.folder());
        assertThatExceptionOfType(TerraformException.class)
                .isThrownBy(() -> stack.workplace().plan(Aim.APPLY, _ -> {}))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(TerraformException.Kind.NO_STACK));
    }

    private static TerraformException.Kind refusal(Workplace place, ShownPlan plan) {
        try {
            place.apply(plan, "", _ -> {});
        } catch (TerraformException e) {
            return e.kind();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("It was applied.");
    }

    private static void assertClean(String text) {
        assertThat(text).doesNotContain(SECRET, "planted-secret-0002");
    }

    private static Change of(Plan plan, String address) {
        return plan.changes().stream().filter(each -> each.address().equals(address)).findFirst().orElseThrow();
    }

    private static Value known(String json) {
        return new Value(Value.Kind.KNOWN, json);
    }

    private interface Work<T> {
        T call() throws Exception;
    }

    private static <T> CompletableFuture<T> async(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static TerraformException.Kind kindOf(CompletableFuture<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TerraformException fault) {
                return fault.kind();
            }
            throw new IllegalStateException(e.getCause());
        }
        throw new AssertionError("It succeeded.");
    }
}
