package com.sentori.console.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private final ResourceBundle english = new Texts(Locale.ENGLISH).bundle();

    @Test
    void every_language_has_every_text() {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(keys(new Texts(language).bundle())).as(language.toString()).isEqualTo(keys(english));
        }
    }

    /** Which is all that is read. */
    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_fr.properties"})
    void every_line_is_a_key_and_its_text_without_escapes(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/com/sentori/console", file))
                .stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        assertThat(lines).allSatisfy(line -> assertThat(line).matches("[\\w.-]+=\\S(.*\\S)?").doesNotContain("\\"));
        assertThat(lines).extracting(line -> line.substring(0, line.indexOf('=')))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(keys(english));
    }

    @Test
    void every_language_has_the_same_placeholders() {
        for (Locale language : Texts.LANGUAGES) {
            ResourceBundle bundle = new Texts(language).bundle();
            for (String key : keys(english)) {
                assertThat(placeholders(bundle.getString(key))).as(language + " " + key)
                        .isEqualTo(placeholders(english.getString(key)));
            }
        }
    }

    @Test
    void no_text_is_empty_or_holds_an_apostrophe_that_message_format_would_eat() {
        for (Locale language : Texts.LANGUAGES) {
            ResourceBundle bundle = new Texts(language).bundle();
            assertThat(keys(bundle)).as(language.toString())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).isNotBlank().doesNotContain("'"));
        }
    }

    @Test
    void every_text_can_be_formatted() {
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = new Texts(language);
            for (String key : keys(texts.bundle())) {
                Format[] formats = new MessageFormat(texts.bundle().getString(key), language)
                        .getFormatsByArgumentIndex();
                Object[] values = Collections.nCopies(formats.length, 2).toArray();
                assertThat(texts.get(key, values)).as(key).doesNotContain("{");
            }
        }
    }

    @Test
    void takes_english_for_a_language_that_it_lacks() {
        assertThat(new Texts(Locale.JAPANESE).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void says_numbers_as_the_language_does() {
        Figures figures = new Figures(new Texts(Locale.FRENCH), ZoneOffset.UTC);
        assertThat(figures.age(Duration.ofMillis(1_250))).isEqualTo("1,2 s");
    }

    private static Set<String> keys(ResourceBundle bundle) {
        return new TreeSet<>(bundle.keySet());
    }

    private static Set<String> placeholders(String text) {
        List<String> found = PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList();
        return new TreeSet<>(found);
    }
}
