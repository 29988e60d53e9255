package com.sentori.console.reports;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A broken rule as it is kept with a run, in English and with a decimal point, as the reader writes it. */
public final class LimitText {
    private static final Pattern KEPT = Pattern.compile("(.+): (.+) ([<>]) (-?\\d{1,15}(?:\\.\\d{1,3})?)");
    private static final Pattern PERCENTILE = Pattern.compile("p\\((\\d{1,3}(?:\\.\\d{1,3})?)\\)");
    private static final Set<String> WATCHED = Set.of("age", "errors", "missing");

    private LimitText() {}

    /** {@code Too warm: sensor-3 temperature > 27.5}; a text of another form as it is. */
    public static String of(String kept, Texts texts, Figures figures) {
        Matcher form = KEPT.matcher(kept);
        return form.matches()
                ? texts.get("report.finding", form.group(1),
                        texts.get(form.group(3).equals(">") ? "alarms.value.ABOVE" : "alarms.value.BELOW",
                                watched(form.group(2), texts, figures),
                                figures.number(Double.parseDouble(form.group(4)))))
                : kept;
    }

    private static String watched(String kept, Texts texts, Figures figures) {
        Matcher percentile = PERCENTILE.matcher(kept);
        if (percentile.matches()) {
            return texts.get("rules.latency", figures.number(Double.parseDouble(percentile.group(1))));
        }
        return WATCHED.contains(kept) ? texts.get("rules.what." + kept) : kept;
    }
}
