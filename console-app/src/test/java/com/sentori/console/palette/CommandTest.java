package com.sentori.console.palette;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.stage.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    @ParameterizedTest
    @CsvSource({"ESCAPE, Esc, Échap", "SPACE, Space, Espace", "HOME, Home, Début", "DELETE, Delete, Suppr",
            "HOME+SHIFT, Shift+Home, Maj+Début", "F5, F5, F5"})
    void its_keys_are_named_in_each_language(String keys, String english, String french) {
        String[] parts = keys.split("\\+", -1);
        KeyCode code = KeyCode.valueOf(parts[0]);
        KeyCombination combination = parts.length == 1
                ? new KeyCodeCombination(code)
                : new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
        Command command = new Command("palette.open", Scope.EVERYWHERE, List.of(combination), () -> true);
        assertThat(command.shortcut(new Texts(Locale.ENGLISH))).isEqualTo(english);
        assertThat(command.shortcut(new Texts(Locale.FRENCH))).isEqualTo(french);
    }
}
