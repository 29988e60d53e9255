package com.sentori.console.dashboards;

import com.sentori.console.dashboards.StoredExpression.Function;
import com.sentori.console.dashboards.StoredExpression.Joint;
import com.sentori.console.dashboards.StoredExpression.Matcher;
import com.sentori.console.dashboards.StoredExpression.Over;
import com.sentori.console.dashboards.StoredExpression.Selector;
import com.sentori.console.dashboards.StoredExpression.Times;
import com.sentori.console.dashboards.StoredExpression.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads an expression from left to right. Not thread-safe. */
final class StoredExpressionReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
    private static final Pattern CONDITION = Pattern.compile("(=~|!~|!=|=)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LENGTH = Pattern.compile("\\[([^\\]:]+)\\]");

    private final String text;
    private int at;

    StoredExpressionReader(String text) {
        this.text = text;
    }

    /** It is something that readings do not tell. */
    private static final class Foreign extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Foreign() {
            super(null, null, false, false);
        }
    }

    Optional<StoredExpression> read() {
        try {
            StoredExpression expression = expression();
            space();
            return at == text.length() ? Optional.of(expression) : Optional.empty();
        } catch (Foreign | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private StoredExpression expression() {
        String number = next(NUMBER);
        if (number != null) {
            require("*");
            return new Times(Double.parseDouble(number), expression());
        }
        if (take("(")) {
            StoredExpression inner = expression();
            require(")");
            return inner;
        }
        String name = next(NAME);
        if (name == null) {
            throw new Foreign();
        }
        for (Joint joint : Joint.values()) {
            if (joint.name().toLowerCase(Locale.ROOT).equals(name)) {
                return together(joint);
            }
        }
        for (Function function : Function.values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
                return over(function);
            }
        }
        return selector(name);
    }

    private Together together(Joint joint) {
        Grouping grouping = grouping();
        require("(");
        int count = 0;
        if (joint == Joint.TOPK || joint == Joint.BOTTOMK) {
            String number = next(NUMBER);
            count = number == null ? 0 : (int) Double.parseDouble(number);
            require(",");
        }
        StoredExpression inner = expression();
        require(")");
        Grouping behind = grouping.labels().isEmpty() && grouping.kept() ? grouping() : grouping;
        return new Together(joint, count, behind.labels(), behind.kept(), inner);
    }

    private record Grouping(List<String> labels, boolean kept) {}

    private Grouping grouping() {
        boolean by = word("by");
        if (!by && !word("without")) {
            return new Grouping(List.of(), true);
        }
        require("(");
        List<String> labels = new ArrayList<>();
        while (!take(")")) {
            String label = next(NAME);
            if (label == null) {
                throw new Foreign();
            }
            labels.add(label);
            take(",");
        }
        return new Grouping(labels, by);
    }

    private Over over(Function function) {
        require("(");
        String name = next(NAME);
        if (name == null) {
            throw new Foreign();
        }
        Selector selector = selector(name);
        String length = next(LENGTH);
        if (length == null) {
            throw new Foreign();
        }
        require(")");
        return new Over(function, selector, TimeText.length(length));
    }

    private Selector selector(String metric) {
        if (!metric.equals(StoredExpression.VALUE) && !metric.equals(StoredExpression.COUNT)) {
            throw new Foreign();
        }
        List<Matcher> matchers = new ArrayList<>();
        if (take("{")) {
            while (!take("}")) {
                matchers.add(matcher());
                take(",");
            }
        }
        return new Selector(metric.equals(StoredExpression.COUNT), matchers);
    }

    private Matcher matcher() {
        String label = next(NAME);
        String condition = next(CONDITION);
        String value = next(TEXT);
        if (label == null || condition == null || value == null) {
            throw new Foreign();
        }
        String bare = value.replaceAll("\\\\(.)", "$1");
        try {
            return new Matcher(label, Pattern.compile(condition.endsWith("~") ? bare : Pattern.quote(bare)),
                    condition.startsWith("="));
        } catch (PatternSyntaxException e) {
            throw new Foreign();
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(String sign) {
        space();
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private boolean word(String word) {
        space();
        boolean there = text.startsWith(word, at)
                && (at + word.length() == text.length() || !Character.isLetterOrDigit(text.charAt(at + word.length())));
        at += there ? word.length() : 0;
        return there;
    }

    private void require(String sign) {
        if (!take(sign)) {
            throw new Foreign();
        }
    }

    private @Nullable String next(Pattern pattern) {
        space();
        java.util.regex.Matcher found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return null;
        }
        at = found.end();
        return found.groupCount() > 0 ? found.group(1) : found.group();
    }
}
