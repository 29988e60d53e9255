package com.sentori.console.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sentori.console.scenarios.Recordings;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioFault;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.Demand;
import com.sentori.console.stage.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioWordingTest {
    private static final String GOOD = """
            schema: sentori.scenario/1
            name: test
            groups:
              - name: room
                sensors: 2
                rate: 1
                readings:
                  - type: temperature
                    wave: {shape: sine, low: 1, high: 2, period: 10s}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "rate: 1     | rate: 0      | groups[0] : rate doit être d’au plus 100 mesures par seconde et d’au moins une par heure.",
            "sensors: 2  | sensors: two | groups[0].sensors : un nombre entier est attendu ici.",
            "groups:     | groups: [    | ce n’est ni du YAML ni du JSON : regardez cette ligne et celle d’avant.",
            "high: 2     | high: 0      | groups[0].readings[0].wave : high ne doit pas être inférieur à low.",
            "period: 10s | period: soon | groups[0].readings[0].wave.period : « soon » n’est pas une durée : écrivez par exemple 250ms, 30s, 2m ou 1h30m.",
            "shape: sine | shape: heart | shape doit être l’un de sine, square, ramp, triangle, steps, walk, noise, constant, replay.",
            "scenario/1  | scenario/9   | schema doit être sentori.scenario/1.",
            "name: test  | name: ''     | name doit être un texte de 1 à 60 caractères."})
    void says_in_french_where_a_file_is_wrong(String right, String wrong, String sentence) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), GOOD.replace(right.strip(), wrong.strip()));
        ScenarioException fault = catchThrowableOfType(ScenarioException.class,
                () -> new Scenarios(new Recordings(folder)).file(file));
        assertThat(new ScenarioWording(new Texts(Locale.FRENCH)).of(fault.fault())).startsWith(file.toString())
                .endsWith(sentence.strip());
    }

    @Test
    void says_everything_in_every_language() {
        List<ScenarioFault> faults = Stream.<ScenarioFault>concat(
                Stream.of(new ScenarioFault.Missing("a"), new ScenarioFault.TooLarge("a"),
                        new ScenarioFault.Unreadable("a", "b"), new ScenarioFault.Empty("a"),
                        new ScenarioFault.NoRecording("a"), new ScenarioFault.NoColumn("a", "b", List.of("c")),
                        new ScenarioFault.NoRows("a"), new ScenarioFault.NoNumber("a", 1_234, 3),
                        new ScenarioFault.NotKept("a", "b"), new ScenarioFault.Elsewhere("a")),
                Stream.concat(
                        Stream.of(new ScenarioFault.Unknown("a", List.of("b")), new ScenarioFault.HalfReplay(),
                                new ScenarioFault.NoText("a"), new ScenarioFault.Replay(new ScenarioFault.NoRows("a"))),
                        Stream.concat(
                                Stream.of(ScenarioFault.Due.values())
                                        .map(due -> new ScenarioFault.NotDue(due, "nothing")),
                                Stream.of(Demand.values()).map(demand -> new ScenarioFault.Demanded(demand, "a"))))
                        .map(why -> new ScenarioFault.Wrong("a", 1_234, "b", why)))
                .toList();
        for (Locale language : Texts.LANGUAGES) {
            ScenarioWording wording = new ScenarioWording(new Texts(language));
            assertThat(faults)
                    .allSatisfy(fault -> assertThat(wording.of(fault)).contains("a").doesNotContain("{", "1,234"));
        }
    }
}
