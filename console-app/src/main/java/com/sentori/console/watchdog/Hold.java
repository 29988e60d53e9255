package com.sentori.console.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A time in which the window could not answer.
 *
 * @param time how long its thread was held, without the time in which it had no processor
 * @param computed for how long of that it had one: it worked then, and waited for something else in the rest
 * @param stacks where it was in the course of that time, each stack's innermost call first
 */
public record Hold(Duration time, Duration computed, List<List<StackTraceElement>> stacks) {
    /** In a sentence, with the stacks below. */
    @Override
    public String toString() {
        return "The thread of the window was held for " + time.toMillis() + " ms, and computed for "
                + computed.toMillis() + " ms of them:\n"
                + stacks.stream().map(Hold::lines).collect(Collectors.joining("\nand then\n"));
    }

    private static String lines(List<StackTraceElement> stack) {
        return stack.stream().map(call -> "\tat " + call).collect(Collectors.joining("\n"));
    }
}
