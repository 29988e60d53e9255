package com.sentori.sandbox.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How far a call has been answered, bound to what was asked. */
record Token(int position, int question) {
    /**
     * Reads the token of a call; the first page has none.
     *
     * @param question what the call asks beside the token; equal if the same is asked again
     * @throws Fault INVALID_TOKEN if it was not given out for this question
     */
    static Token read(@Nullable String text, Object question) {
        if (text == null || text.isEmpty()) {
            return new Token(0, question.hashCode());
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
            Token token = new Token(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            if (token.question() == question.hashCode() && token.position() > 0) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** The token of the next page. */
    String at(int next) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((next + ":" + question).getBytes(StandardCharsets.US_ASCII));
    }

    private static Fault unknown() {
        return new Fault(Fault.Kind.INVALID_TOKEN, "The NextToken was not given out for this call.");
    }
}
