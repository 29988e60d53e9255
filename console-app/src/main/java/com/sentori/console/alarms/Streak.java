package com.sentori.console.alarms;

import com.sentori.console.rules.Rule;

/**
 * How often in a row something was bad.
 *
 * @param inRow times; 0 if it was good the last time
 * @param since when it was so for the first of them, epoch milliseconds
 */
record Streak(int inRow, long since) {
    static final Streak NONE = new Streak(0, 0);

    Streak next(boolean bad, long at) {
        return bad ? new Streak(Math.min(inRow, Integer.MAX_VALUE - 1) + 1, inRow == 0 ? at : since) : NONE;
    }

    /** Whether that is often and long enough for a rule. */
    boolean isRipe(Rule rule, long at) {
        return inRow >= rule.count() && at - since >= rule.delay().toMillis();
    }
}
