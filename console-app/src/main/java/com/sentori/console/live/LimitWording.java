package com.sentori.console.live;

import com.sentori.console.alarms.Raised;
import com.sentori.console.rules.Rule;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;

/** Says of a figure on which side of its limit it is, in the language of the texts. */
public final class LimitWording {
    private final Texts texts;
    private final Figures figures;

    /** With these texts and figures. */
    public LimitWording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** {@code 41.2 > 40}; the figure alone where the severity has no limit. */
    public String against(Rule rule, Severity severity, double value) {
        Double limit = rule.limits().limit(severity);
        String figure = figures.number(value) + rule.watch().shownUnit();
        return limit == null
                ? figure
                : texts.get("alarms.value." + rule.limits().side(), figure, figures.number(limit));
    }

    /** {@code sensor-3 temperature 41.2 > 40}; of a figure of the whole run without a sensor. */
    String raised(Raised raised) {
        String against = against(raised.rule(), raised.severity(), raised.value());
        return raised.key().sensor().isEmpty()
                ? against
                : raised.key().sensor() + " " + raised.key().type() + " " + against;
    }
}
