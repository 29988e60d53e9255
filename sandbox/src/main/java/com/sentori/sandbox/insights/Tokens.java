package com.sentori.sandbox.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a query, one after the other. Comments run from {@code #} to the end of their line. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?:\\s++|#[^\\n]*+)*+(?:"
            + "(?<number>-?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)(?![A-Za-z0-9_@.])"
            + "|(?<name>[A-Za-z_@][A-Za-z0-9_@.]*+)"
            + "|`(?<quoted>[^`]++)`"
            + "|'(?<single>(?:[^'\\\\]++|\\\\.)*+)'|\"(?<double>(?:[^\"\\\\]++|\\\\.)*+)\""
            + "|/(?<regex>(?:[^/\\\\\\n]++|\\\\.)++)/"
            + "|(?<sign>!=|<=|>=|\\S)"
            + "|(?<end>\\z))", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** What a token is. */
    enum Kind {
        /** A word of the language, or a field. */
        NAME,
        /** A field in backticks. */
        FIELD,
        /** In quotes. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Between slashes. */
        REGEX,
        /** Punctuation. */
        SIGN,
        /** Of the query. */
        END
    }

    /** A word or a sign. */
    record Token(Kind kind, String text) {
        boolean isWord(String word) {
            return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(word);
        }

        boolean isSign(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    Tokens(String query) {
        Matcher matcher = TOKEN.matcher(query);
        Token last;
        do {
            if (!matcher.lookingAt()) {
                throw new IllegalStateException("Some token is everywhere.");
            }
            last = token(matcher);
            tokens.add(last);
            matcher.region(matcher.end(), query.length());
        } while (last.kind() != Kind.END);
    }

    private static Token token(Matcher found) {
        if (found.group("number") != null) {
            return new Token(Kind.NUMBER, found.group("number"));
        }
        if (found.group("name") != null) {
            return new Token(Kind.NAME, found.group("name"));
        }
        if (found.group("quoted") != null) {
            return new Token(Kind.FIELD, found.group("quoted"));
        }
        if (found.group("regex") != null) {
            return new Token(Kind.REGEX, found.group("regex"));
        }
        if (found.group("sign") != null) {
            return new Token(Kind.SIGN, found.group("sign"));
        }
        if (found.group("end") != null) {
            return new Token(Kind.END, "");
        }
        String text = found.group("single") == null ? found.group("double") : found.group("single");
        return new Token(Kind.TEXT, ESCAPED.matcher(text).replaceAll("$1"));
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        next += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    boolean accept(String sign) {
        boolean there = peek().isSign(sign);
        next += there ? 1 : 0;
        return there;
    }

    boolean acceptWord(String word) {
        boolean there = peek().isWord(word);
        next += there ? 1 : 0;
        return there;
    }

    /** Of what comes next, which cannot come here. */
    QueryFault unexpected() {
        return new QueryFault(peek().kind() == Kind.END
                ? "The query ends too early."
                : "The query has '" + peek().text() + "' where it cannot be.");
    }
}
