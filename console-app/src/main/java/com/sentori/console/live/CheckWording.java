package com.sentori.console.live;

import com.sentori.console.runs.RunCheck;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import org.jspecify.annotations.Nullable;

/** What the live screen says of the check at the end of a run. */
final class CheckWording {
    /** Digits of a digest that tell it from another on a screen; all are in the report. */
    private static final int SHORT = 12;

    private final Texts texts;
    private final Figures figures;

    CheckWording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** What became of the readings, and what the backend's digest says otherwise, or does not say. */
    String of(RunCheck check) {
        String readings = texts.get(check.passed() ? "live.check.passed" : "live.check.failed",
                figures.count(check.sent()), figures.count(check.stored()), figures.count(check.duplicated()),
                figures.count(check.missing()), figures.count(check.different()), figures.count(check.late()));
        if (check.lacksDigest()) {
            return readings + "\n" + texts.get("live.check.untold");
        }
        return check.isContradicted()
                ? readings + "\n" + texts.get("live.check.contradicted", cut(check.storedDigest()), cut(check.digest()))
                : readings;
    }

    /** The digests of both sides. */
    String digests(RunCheck check) {
        return texts.get("live.check.digests", cut(check.digest()), cut(check.storedDigest()));
    }

    private String cut(@Nullable String digest) {
        return digest == null
                ? texts.get("live.check.digest.untold")
                : digest.length() <= SHORT ? digest : digest.substring(0, SHORT) + "…";
    }
}
