package com.sentori.sandbox.insights;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an event has to be like. */
sealed interface Condition {
    boolean accepts(Event event);

    /** Both. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean accepts(Event event) {
            return left.accepts(event) && right.accepts(event);
        }
    }

    /** Either. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean accepts(Event event) {
            return left.accepts(event) || right.accepts(event);
        }
    }

    /** The contrary. */
    record Not(Condition of) implements Condition {
        @Override
        public boolean accepts(Event event) {
            return !of.accepts(event);
        }
    }

    /** It has the field. */
    record Present(String field) implements Condition {
        @Override
        public boolean accepts(Event event) {
            return !event.value(field).isEmpty();
        }
    }

    /** A field has the pattern somewhere. */
    record Like(Operand of, Pattern pattern) implements Condition {
        @Override
        public boolean accepts(Event event) {
            return pattern.matcher(of.value(event)).find();
        }
    }

    /** Two values, as numbers if both are; a field that is missing is neither equal nor unequal to anything. */
    record Comparison(Operand left, Sign sign, Operand right) implements Condition {
        @Override
        public boolean accepts(Event event) {
            String one = left.value(event);
            String other = right.value(event);
            if (left.isMissing(one) || right.isMissing(other)) {
                return false;
            }
            Optional<BigDecimal> number = ValueOrder.number(one);
            Optional<BigDecimal> second = ValueOrder.number(other);
            return sign.holds(number.isPresent() && second.isPresent()
                    ? number.get().compareTo(second.get())
                    : one.compareTo(other));
        }
    }

    /** How two values compare. */
    enum Sign {
        EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST;

        static Optional<Sign> of(String text) {
            return Optional.ofNullable(switch (text) {
                case "=" -> EQUAL;
                case "!=" -> UNEQUAL;
                case "<" -> LESS;
                case "<=" -> AT_MOST;
                case ">" -> GREATER;
                case ">=" -> AT_LEAST;
                default -> null;
            });
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** A field by its name, or a value as it is written. */
    record Operand(String text, boolean isField) {
        String value(Event event) {
            return isField ? event.value(text) : text;
        }

        boolean isMissing(String value) {
            return isField && value.isEmpty();
        }
    }
}
