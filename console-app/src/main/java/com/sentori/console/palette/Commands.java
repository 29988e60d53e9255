package com.sentori.console.palette;

import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The commands of the window, in the order in which they are listed.
 *
 * @param all each of them
 */
public record Commands(List<Command> all) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Keeps its own copy. */
    public Commands {
        all = List.copyOf(all);
    }

    /** The letter that is underlined in a text of the moment, with {@code Alt}. */
    public static KeyCombination underlined(Supplier<String> text) {
        return new UnderlinedLetter(text);
    }

    /** A character, wherever a keyboard has it. */
    public static KeyCombination character(String character) {
        return new TypedCharacter(character);
    }

    /** The command that a key means on this screen, where the parts of a screen have had it before. */
    Optional<Command> of(KeyEvent event, Place shown) {
        return all.stream()
                .filter(command -> !command.scope().part() && command.scope().isOn(shown))
                .filter(command -> command.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    /** Those whose name or place has all the words typed: first those that begin so, and of these the shown screen's first. */
    List<Command> fitting(String typed, Place shown, Texts texts) {
        String wanted = folded(typed.strip());
        List<String> words = List.of(wanted.split("\\s+"));
        return all.stream()
                .filter(command -> {
                    String name = folded(command.name(texts) + " " + command.scope().name(texts));
                    return words.stream().allMatch(name::contains);
                })
                .sorted(Comparator
                        .comparing((Command command) -> !folded(command.name(texts)).startsWith(wanted))
                        .thenComparing(command -> command.scope().place() != shown))
                .toList();
    }

    /** The scopes, in the order of their commands. */
    Stream<Scope> scopes() {
        return all.stream().map(Command::scope).distinct();
    }

    /** Without accents and in small letters: so people type when they look for something. */
    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
