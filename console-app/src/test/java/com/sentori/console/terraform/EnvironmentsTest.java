package com.sentori.console.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.console.terraform.EnvironmentException.Why;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class EnvironmentsTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_kept_is_read_again() throws Exception {
        List<Environment> all = List.of(Environment.of("plain", folder.resolve("stack")),
                new Environment("prod", "Production", Tint.RED, folder.resolve("stack"),
                        List.of("prod.tfvars", "more.tfvars"), "prod.tfbackend", "sentori-prod", "ecs", true, true));
        assertThat(Environments.in(folder)).isEmpty();
        Environments.keep(all, folder);
        assertThat(Environments.in(folder)).isEqualTo(all);
        assertThat(Environments.named("prod", folder).production()).isTrue();
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> Environments.named("other", folder))
                .withMessageContaining("'other'");
    }

    @Test
    void a_stack_may_be_given_as_seen_from_the_file() throws Exception {
        assertThat(Environments.read("""
                schema: sentori.environments/1
                environments:
                  - name: test
                    stack: stacks/ecs
                """, folder)).containsExactly(Environment.of("test", folder.resolve("stacks/ecs")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environments: []                                                                              | SCHEMA
            {schema: sentori.environments/1, environments: [{name: '../x', stack: a}]}                    | NAME
            {schema: sentori.environments/1, environments: [{name: a, stack: a}, {name: a, stack: b}]}    | TWICE
            {schema: sentori.environments/1, environments: [{name: a, stack: a, colour: pink}]}           | DAMAGED
            {schema: sentori.environments/1, environments: [{name: a, stack: a, password: b}]}            | DAMAGED
            {schema: sentori.environments/1, environments: [{name: a}]}                                   | DAMAGED
            {schema: sentori.environments/1, environments: [{name: a, stack: a, label: abcdefghijklmnopqrstuvwxyz}]} | LABEL
            {schema: [                                                                                    | DAMAGED
            """)
    void says_what_is_wrong_with_the_file(String text, Why why) {
        assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> Environments.read(text, folder))
                .satisfies(fault -> assertThat(fault.why()).isEqualTo(why));
    }
}
