package com.sentori.console.thresholds;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as people type it in a form, and as it is written there. */
public final class TypedNumber {
    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]");

    private TypedNumber() {}

    /** As the locale writes numbers, or plainly; empty for what is none, and for a comma that may mean two things. */
    public static Optional<Double> read(String typed, Locale locale) {
        String text = BLANKS.matcher(typed).replaceAll("");
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        }
        Double read = strictly(text, locale, false);
        return Optional.ofNullable(read == null ? strictly(text, locale, true) : read);
    }

    private static @Nullable Double strictly(String text, Locale locale, boolean grouped) {
        NumberFormat form = NumberFormat.getNumberInstance(locale);
        form.setStrict(true);
        form.setGroupingUsed(grouped);
        ParsePosition end = new ParsePosition(0);
        Number read = form.parse(text, end);
        return read == null || end.getIndex() < text.length() || !Double.isFinite(read.doubleValue())
                ? null
                : Double.valueOf(read.doubleValue());
    }

    /** All digits, as the locale writes numbers; empty for none. */
    public static String write(@Nullable Double value, Locale locale) {
        if (value == null) {
            return "";
        }
        NumberFormat form = NumberFormat.getNumberInstance(locale);
        form.setGroupingUsed(false);
        form.setMaximumFractionDigits(12);
        return form.format(value);
    }
}
