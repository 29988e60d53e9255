package com.sentori.sandbox.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a call has been answered, bound to what was asked.
 *
 * @param index of the result that the next page begins with
 * @param passed the last time of it that was given, in epoch seconds; null if none was
 * @param question what was asked, as a number
 */
record Token(int index, @Nullable Long passed, int question) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}):(-?[0-9]{1,18})?:(-?[0-9]{1,10})");

    /**
     * Reads the token of a call; the first page has none.
     *
     * @param question what the call asks beside the token; equal if the same is asked again
     * @throws Fault INVALID_TOKEN if it was not given out for this question
     */
    static Token read(@Nullable String text, Object question) {
        if (text == null || text.isEmpty()) {
            return new Token(0, null, question.hashCode());
        }
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (form.matches() && Long.parseLong(form.group(3)) == question.hashCode()) {
                return new Token(Integer.parseInt(form.group(1)),
                        form.group(2) == null ? null : Long.valueOf(form.group(2)), question.hashCode());
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** Of a page that begins with a result. */
    String at(int next) {
        return text(next + "::" + question);
    }

    /** Of a page that goes on within a result after this time. */
    String within(int next, long second) {
        return text(next + ":" + second + ":" + question);
    }

    private static String text(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.US_ASCII));
    }

    private static Fault unknown() {
        return new Fault(Fault.Kind.INVALID_TOKEN, "The NextToken was not given out for this call.");
    }
}
