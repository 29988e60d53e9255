package com.sentori.console.charts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of charts: the texts of a bundle whose keys begin with {@code chart.}
 *
 * @param bundle has all of them
 * @param locale of numbers and times too
 */
public record ChartTexts(ResourceBundle bundle, Locale locale) {
    static final String PREFIX = "chart.";

    /** A text with its placeholders filled in. */
    String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(PREFIX + key), locale).format(values);
    }
}
