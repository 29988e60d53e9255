package com.sentori.sandbox.metricmath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads expressions by descending from the loosest operator to the tightest. */
final class Parser {
    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:([0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)|([A-Za-z][A-Za-z0-9_]*)"
                    + "|'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\""
                    + "|(==|!=|<=|>=|&&|\\|\\||[-+*/^<>(),\\[\\]])|(\\S))");
    /** From the loosest. */
    private static final List<List<String>> OPERATORS = List.of(List.of("||"), List.of("&&"),
            List.of("==", "!=", "<", "<=", ">", ">="), List.of("+", "-"), List.of("*", "/"));
    private static final Map<String, String> WORDS = Map.of("AND", "&&", "OR", "||");
    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    Parser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(token(matcher));
            matcher.region(matcher.end(), text.length());
        }
        tokens.add(new Token(Kind.END, ""));
    }

    Expression parse() {
        Expression expression = binary(0);
        if (peek().kind() != Kind.END) {
            throw unexpected();
        }
        return expression;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Token(Kind.NUMBER, matcher.group(1));
        }
        if (matcher.group(2) != null) {
            String operator = WORDS.get(matcher.group(2));
            return operator == null ? new Token(Kind.NAME, matcher.group(2)) : new Token(Kind.SIGN, operator);
        }
        if (matcher.group(3) != null) {
            return new Token(Kind.TEXT, matcher.group(3).replaceAll("\\\\(.)", "$1"));
        }
        if (matcher.group(4) != null) {
            return new Token(Kind.TEXT, matcher.group(4).replaceAll("\\\\(.)", "$1"));
        }
        if (matcher.group(5) != null) {
            return new Token(Kind.SIGN, matcher.group(5));
        }
        throw new MathFault("The expression has a " + matcher.group(6) + " where none can be.");
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (peek().kind() == Kind.SIGN && OPERATORS.get(level).contains(peek().text())) {
            String operator = take().text();
            left = new Expression.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private Expression unary() {
        if (++depth > MAX_DEPTH) {
            throw new MathFault("The expression is nested too deeply.");
        }
        Expression result;
        if (accept("-")) {
            result = new Expression.Negative(unary());
        } else {
            Expression base = primary();
            result = accept("^") ? new Expression.Binary("^", base, unary()) : base;
        }
        depth--;
        return result;
    }

    private Expression primary() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Number(Double.parseDouble(token.text()));
            case TEXT -> new Expression.Text(token.text());
            case NAME -> accept("(")
                    ? new Expression.Call(token.text(), list(")"))
                    : new Expression.Name(token.text());
            case SIGN -> switch (token.text()) {
                case "(" -> {
                    Expression inner = binary(0);
                    require(")");
                    yield inner;
                }
                case "[" -> new Expression.Array(list("]"));
                default -> {
                    next--;
                    throw unexpected();
                }
            };
            case END -> throw new MathFault("The expression ends too early.");
        };
    }

    private List<Expression> list(String end) {
        List<Expression> members = new ArrayList<>();
        if (accept(end)) {
            return members;
        }
        do {
            members.add(binary(0));
        } while (accept(","));
        require(end);
        return members;
    }

    private boolean accept(String sign) {
        if (peek().kind() == Kind.SIGN && peek().text().equals(sign)) {
            next++;
            return true;
        }
        return false;
    }

    private void require(String sign) {
        if (!accept(sign)) {
            throw unexpected();
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    private MathFault unexpected() {
        return new MathFault(peek().kind() == Kind.END
                ? "The expression ends too early."
                : "The expression has '" + peek().text() + "' where it cannot be.");
    }

    private enum Kind {
        NUMBER, NAME, TEXT, SIGN, END
    }

    private record Token(Kind kind, String text) {}
}
