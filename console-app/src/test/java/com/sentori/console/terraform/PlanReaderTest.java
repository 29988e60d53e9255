package com.sentori.console.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@code terraform show -json} prints, as far as the real one on a stack without a provider shows it not. */
class PlanReaderTest {
    private final Secrets secrets = new Secrets();

    /** Neither built-in resources nor the offline providers can drift: this is a file, written down after Terraform's description of the format (version 1.2). */
    @Test
    void shows_what_has_changed_outside_and_none_of_its_secrets() throws Exception {
        Plan plan;
        try (InputStream in = Objects.requireNonNull(PlanReaderTest.class.getResourceAsStream("drift.json"))) {
            plan = new PlanReader(secrets, MonthlyPrices.shipped()).read(in);
        }
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.drift()).hasSize(2);
        Change database = plan.drift().getFirst();
        assertThat(database.action()).isEqualTo(Action.UPDATE);
        assertThat(database.attributes()).containsExactly(
                new Attribute("instance_class", known("\"db.t4g.micro\""), known("\"db.t4g.small\""), false),
                new Attribute("deletion_protection", known("true"), known("false"), false),
                new Attribute("password", Value.SENSITIVE, Value.SENSITIVE, false),
                new Attribute("tags.Owner", Value.ABSENT, known("\"somebody\""), false));
        Change gone = plan.drift().getLast();
        assertThat(gone.action()).isEqualTo(Action.DESTROY);
        assertThat(gone.name()).isEqualTo("aws_security_group.alb[0]");
        assertThat(gone.attributes()).contains(
                new Attribute("ingress[0].cidr_blocks[0]", known("\"0.0.0.0/0\""), Value.ABSENT, false));
        assertThat(new String(Json.bytes(plan), StandardCharsets.UTF_8)).doesNotContain("planted-secret");
        assertThat(secrets.hide("planted-secret-0003 and planted-secret-0004 in a sentence"))
                .isEqualTo("[hidden] and [hidden] in a sentence");
    }

    @Test
    void a_store_of_data_goes_only_if_it_was_unprotected_before() throws Exception {
        assertThat(loss("aws_db_instance", "delete", "{\"deletion_protection\":true}")).isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_db_instance", "delete", "{\"deletion_protection\":null}")).isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_db_instance", "delete", "{}")).isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_db_instance", "delete", "{\"deletion_protection\":false}")).isEqualTo(Loss.UNPROTECTED);
        assertThat(loss("aws_db_instance", "delete\",\"create", "{\"deletion_protection\":true}"))
                .isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_dynamodb_table", "delete", "{\"deletion_protection_enabled\":true}"))
                .isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_s3_bucket", "delete", "{\"force_destroy\":false}")).isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_s3_bucket", "delete", "{\"force_destroy\":true}")).isEqualTo(Loss.UNPROTECTED);
        assertThat(loss("aws_ecr_repository", "delete", "{\"force_delete\":true}")).isEqualTo(Loss.UNPROTECTED);
        assertThat(loss("aws_efs_file_system", "delete", "{\"tags\":{}}")).isEqualTo(Loss.REFUSED);
        assertThat(loss("aws_efs_file_system", "delete", "{\"tags\":{\"sentori:unprotected\":\"true\"}}"))
                .isEqualTo(Loss.UNPROTECTED);
        assertThat(loss("aws_vpc", "delete", "{}")).isEqualTo(Loss.NONE);
        assertThat(loss("aws_db_instance", "update", "{\"deletion_protection\":true}")).isEqualTo(Loss.NONE);
    }

    private Loss loss(String type, String actions, String before) throws IOException, TerraformException {
        return read(change(type, "x", actions, before, "null")).changes().getFirst().loss();
    }

    @Test
    void a_secret_container_is_hidden_as_a_whole_and_what_becomes_unknown_hides_its_secrets_too() throws Exception {
        Plan plan = read("""
                {"address":"a.b","type":"a","name":"b","mode":"managed","change":{"actions":["update"],
                "before":{"all":{"one":"planted-secret-0005"},"part":{"open":"1","shut":"planted-secret-0006"}},
                "after":{"all":{"one":"planted-secret-0007"}},"after_unknown":{"part":true},
                "before_sensitive":{"all":true,"part":{"shut":true}},"after_sensitive":{"all":true}}}""");
        assertThat(plan.changes().getFirst().attributes()).contains(
                new Attribute("all", Value.SENSITIVE, Value.SENSITIVE, false),
                new Attribute("part.shut", Value.SENSITIVE, Value.ABSENT, false));
        assertThat(plan.toString()).doesNotContain("planted-secret");
    }

    /** Built-in resources do so: the mark of an input is not on the output that repeats it. */
    @Test
    void a_secret_that_a_provider_repeats_without_its_mark_is_hidden_too() throws Exception {
        Plan plan = read("""
                {"address":"a.a","type":"a","name":"a","mode":"managed","change":{"actions":["update"],
                "before":{"echo":"x planted-secret-0008 y","n":1},"after":{"n":1},"after_unknown":{"echo":true},
                "before_sensitive":{},"after_sensitive":{}}}""", """
                {"address":"a.b","type":"a","name":"b","mode":"managed","change":{"actions":["create"],"before":null,
                "after":{"key":"planted-secret-0008"},"after_unknown":{},
                "before_sensitive":false,"after_sensitive":{"key":true}}}""");
        assertThat(plan.changes().getFirst().attributes())
                .containsExactly(new Attribute("echo", Value.SENSITIVE, Value.UNKNOWN, false));
    }

    @Test
    void a_month_costs_what_the_dated_file_says_and_what_it_does_not_know_is_named() throws Exception {
        Plan plan = read(String.join(",",
                change("aws_nat_gateway", "a", "create", "null", "{}"),
                change("aws_db_instance", "b", "update",
                        "{\"instance_class\":\"db.t4g.micro\",\"allocated_storage\":20}",
                        "{\"instance_class\":\"db.t4g.small\",\"allocated_storage\":20,\"multi_az\":true}"),
                change("aws_ecs_task_definition", "app", "no-op", "{\"cpu\":\"512\",\"memory\":\"1024\"}",
                        "{\"cpu\":\"512\",\"memory\":\"1024\"}"),
                change("aws_ecs_service", "app", "update", "{\"desired_count\":1}", "{\"desired_count\":2}"),
                change("aws_dynamodb_table", "c", "create", "null", "{}"),
                change("aws_db_instance", "d", "create", "null",
                        "{\"instance_class\":\"db.x9.huge\",\"allocated_storage\":1}"),
                change("aws_quantum_computer", "e", "create", "null", "{}"),
                change("aws_vpc", "f", "create", "null", "{}")));
        Bill bill = plan.bill();
        assertThat(bill.lines()).extracting(Bill.Line::address)
                .containsExactly("aws_nat_gateway.a", "aws_db_instance.b", "aws_ecs_service.app");
        assertThat(bill.lines()).extracting(line -> Math.round(line.difference() * 100) / 100.0)
                .containsExactly(32.85, 37.34, 18.02);
        assertThat(Math.round(bill.difference() * 100) / 100.0).isEqualTo(88.21);
        assertThat(bill.byUse()).containsExactly("aws_dynamodb_table.c");
        assertThat(bill.unknown()).containsExactly("aws_db_instance.d");
        assertThat(bill.unlisted()).containsExactly("aws_quantum_computer.e");
        assertThat(bill.date()).isEqualTo("2026-11-01");
    }

    @Test
    void many_attributes_are_counted_and_long_ones_are_cut() throws Exception {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 700; i++) {
            many.append("\"a").append(i).append("\":").append(i).append(',');
        }
        many.append("\"z\":\"").append("x".repeat(10_000)).append("\"}");
        Plan plan = read(change("t", "a", "create", "null", many.toString()),
                change("t", "b", "create", "null", "{\"z\":\"" + "x".repeat(10_000) + "\"}"));
        assertThat(plan.changes().getFirst().attributes()).hasSize(Differences.MOST);
        assertThat(plan.changes().getFirst().more()).isEqualTo(201);
        assertThat(plan.changes().getLast().attributes().getFirst().after().text()).hasSizeLessThan(4_100)
                .endsWith("x…");
    }

    @Test
    void what_is_no_plan_is_refused_without_a_word_of_what_it_holds() {
        for (String text : List.of("", "no json planted-secret", "{\"x\":1}",
                "{\"format_version\":\"1.2\",\"variables\":{\"planted-secret")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new PlanReader(secrets, MonthlyPrices.shipped())
                            .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                    .satisfies(fault -> assertThat(fault).hasNoCause())
                    .withMessageNotContaining("planted");
        }
    }

    private static String change(String type, String name, String actions, String before, String after) {
        return """
                {"address":"%s.%s","type":"%s","name":"%s","mode":"managed","change":{"actions":["%s"],"before":%s,"after":%s,\
                "after_unknown":{},"before_sensitive":{},"after_sensitive":{}}}"""
                .formatted(type, name, type, name, actions, before, after);
    }

    private Plan read(String... changes) throws IOException, TerraformException {
        String text = "{\"format_version\":\"1.2\",\"resource_changes\":[" + String.join(",", changes) + "]}";
        return new PlanReader(secrets, MonthlyPrices.shipped())
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Value known(String json) {
        return new Value(Value.Kind.KNOWN, json);
    }
}
