package com.sentori.console.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run must hold, in the words of k6: {@code p(95)<200} or {@code latency.p(95)<200} is about latencies in milliseconds, {@code temperature:max<=30} about
 * the values of a type.
 *
 * @param subject {@value #LATENCY}, or a type of readings
 * @param figure what is looked at: {@code p(N)}, {@code avg}, {@code med}, {@code min}, {@code max}
 * @param relation {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param bound in milliseconds, or in the unit of the type
 */
public record Threshold(String subject, String figure, String relation, double bound) {
    /** From when a reading was due until the backend had made it durable. */
    public static final String LATENCY = "latency";
    /** The most of a run. */
    public static final int MOST = 20;

    private static final Pattern FORM = Pattern.compile(
            "(?:(latency(?=\\.)|[A-Za-z][A-Za-z0-9._-]{0,63}(?=\\s*:))\\s*[.:])?\\s*(p\\(\\d{1,2}(?:\\.\\d{1,3})?\\)|avg|med|min|max)\\s*(<=?|>=?)\\s*"
                    + "(-?\\d{1,12}(?:\\.\\d{1,9})?)");

    /** One; empty if the text is none. */
    public static Optional<Threshold> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String subject = matcher.group(1) == null ? LATENCY : matcher.group(1);
        return Optional.of(new Threshold(subject, matcher.group(2), matcher.group(3),
                Double.parseDouble(matcher.group(4))));
    }

    /**
     * Some, with commas between them; none of an empty text.
     *
     * @throws Unreadable with a sentence that names the part at fault
     */
    public static List<Threshold> list(String text) {
        List<Threshold> all = new ArrayList<>();
        for (String one : Arrays.stream(text.split("[,;\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList()) {
            all.add(read(one).orElseThrow(() -> new Unreadable(one)));
        }
        if (all.size() > MOST) {
            throw new Unreadable(all.get(MOST).text());
        }
        return all;
    }

    /** Which percentile is looked at; empty if another figure is. */
    public OptionalDouble percentile() {
        return switch (figure) {
            case "med" -> OptionalDouble.of(50);
            case "avg", "min", "max" -> OptionalDouble.empty();
            default -> OptionalDouble.of(Double.parseDouble(figure.substring(2, figure.length() - 1)));
        };
    }

    /** Whether it is held by what was measured. */
    public boolean isHeldBy(double measured) {
        return switch (relation) {
            case "<" -> measured < bound;
            case "<=" -> measured <= bound;
            case ">" -> measured > bound;
            default -> measured >= bound;
        };
    }

    /** As it is typed. */
    public String text() {
        String number = bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound);
        return (subject.equals(LATENCY) ? "" : subject + ":") + figure + relation + number;
    }

    /** A text is no threshold, or one too many. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String part;

        Unreadable(String part) {
            super("'" + part + "' is no threshold: write at most " + MOST
                    + ", with commas between them, like p(95)<200 or temperature:max<=30.");
            this.part = part;
        }

        /** The part at fault. */
        public String part() {
            return part;
        }
    }
}
