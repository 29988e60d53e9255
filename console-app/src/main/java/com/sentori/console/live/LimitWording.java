package com.sentori.console.live;

import com.sentori.console.alarms.Raised;
import com.sentori.console.rules.Rule;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Says of a figure on which side of its limit it is, in the language of the texts. */
public final class LimitWording {
    private static final int MOST_DECIMALS = 3;

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
        String unit = rule.watch().shownUnit();
        if (limit == null) {
            return figures.number(value) + unit;
        }
        int decimals = decimals(value, limit);
        return texts.get("alarms.value." + rule.limits().side(), figures.axis(value, decimals) + unit,
                figures.number(limit) + unit);
    }

    /** As many as the limit has, and as many more as it takes to see on which side of it the value is. */
    private static int decimals(double value, double limit) {
        BigDecimal bound = BigDecimal.valueOf(limit).stripTrailingZeros();
        int decimals = Math.clamp(bound.scale(), 0, MOST_DECIMALS);
        while (decimals < MOST_DECIMALS
                && BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).compareTo(bound) == 0) {
            decimals++;
        }
        return decimals;
    }

    /** {@code sensor-3 temperature 41.2 > 40}; of a figure of the whole run without a sensor. */
    String raised(Raised raised) {
        String against = against(raised.rule(), raised.severity(), raised.value());
        return raised.key().sensor().isEmpty()
                ? against
                : raised.key().sensor() + " " + raised.key().type() + " " + against;
    }
}
