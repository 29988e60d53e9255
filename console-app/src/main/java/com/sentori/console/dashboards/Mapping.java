package com.sentori.console.dashboards;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said in place of some values. */
sealed interface Mapping {
    /**
     * What is said.
     *
     * @param text empty for the value itself
     * @param colour empty for the thresholds' own
     */
    record Said(String text, String colour) {}

    /** What it says of a value, or of a text. */
    Optional<Said> of(double value, String text);

    /** Of single values and texts. */
    record Values(Map<String, Said> said) implements Mapping {
        @Override
        public Optional<Said> of(double value, String text) {
            return said.entrySet()
                    .stream()
                    .filter(each -> isSame(each.getKey(), value, text))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        private static boolean isSame(String key, double value, String text) {
            if (key.equals(text)) {
                return true;
            }
            try {
                return Double.parseDouble(key) == value;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** Of values from one to another; a bound that is null does not bound. */
    record Range(@Nullable Double from, @Nullable Double to, Said said) implements Mapping {
        @Override
        public Optional<Said> of(double value, String text) {
            boolean within = (from == null || value >= from) && (to == null || value <= to) && !Double.isNaN(value);
            return within ? Optional.of(said) : Optional.empty();
        }
    }

    /** Of texts that match; what is said may name groups. */
    record Matching(Pattern pattern, Said said) implements Mapping {
        @Override
        public Optional<Said> of(double value, String text) {
            Matcher found = pattern.matcher(text);
            return found.find()
                    ? Optional.of(new Said(found.replaceFirst(said.text()), said.colour()))
                    : Optional.empty();
        }
    }

    /** Of what is no number, or no value: {@code nan}, {@code null}, {@code null+nan}, {@code empty}, {@code true}, {@code false}. */
    record Special(String match, Said said) implements Mapping {
        @Override
        public Optional<Said> of(double value, String text) {
            boolean none = Double.isNaN(value);
            boolean meant = switch (match) {
                case "null", "nan", "null+nan" -> none && text.isEmpty();
                case "empty" -> text.isEmpty() && none;
                case "true" -> text.equals("true");
                case "false" -> text.equals("false");
                default -> false;
            };
            return meant ? Optional.of(said) : Optional.empty();
        }
    }
}
