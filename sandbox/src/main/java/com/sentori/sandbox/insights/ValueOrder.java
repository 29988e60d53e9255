package com.sentori.sandbox.insights;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of values: those that are no numbers come first, by their parts, of which those of digits count by their length and then by their value; numbers
 * come after them. See https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html.
 */
final class ValueOrder implements Comparator<String> {
    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");
    private static final int LONGEST_NUMBER = 40;

    /** The number that a value is. */
    static Optional<BigDecimal> number(String value) {
        return value.length() <= LONGEST_NUMBER && NUMBER.matcher(value).matches()
                ? Optional.of(new BigDecimal(value))
                : Optional.empty();
    }

    @Override
    public int compare(String one, String other) {
        Optional<BigDecimal> number = number(one);
        Optional<BigDecimal> second = number(other);
        if (number.isPresent() && second.isPresent()) {
            return number.get().compareTo(second.get());
        }
        return number.isPresent() || second.isPresent()
                ? Boolean.compare(number.isPresent(), second.isPresent())
                : byParts(one, other);
    }

    private static int byParts(String one, String other) {
        Matcher parts = PART.matcher(one);
        Matcher others = PART.matcher(other);
        while (true) {
            boolean more = parts.find();
            boolean moreOthers = others.find();
            if (!more || !moreOthers) {
                return Boolean.compare(more, moreOthers);
            }
            int order = part(parts.group(), others.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int part(String one, String other) {
        boolean digits = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return digits && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }
}
