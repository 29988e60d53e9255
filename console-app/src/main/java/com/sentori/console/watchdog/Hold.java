package com.sentori.console.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A time in which the window could not answer.
 *
 * @param time how long its thread was held, at least
 * @param stack where it was once the limit had passed, innermost call first
 */
public record Hold(Duration time, List<StackTraceElement> stack) {
    /** In a sentence, with the stack below. */
    @Override
    public String toString() {
        return "The thread of the window was held for " + time.toMillis() + " ms:\n"
                + stack.stream().map(call -> "\tat " + call).collect(Collectors.joining("\n"));
    }
}
