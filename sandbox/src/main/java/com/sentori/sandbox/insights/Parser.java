package com.sentori.sandbox.insights;

import com.sentori.sandbox.insights.Condition.Operand;
import com.sentori.sandbox.insights.Condition.Sign;
import com.sentori.sandbox.insights.Tokens.Kind;
import com.sentori.sandbox.insights.Tokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a query command by command, and its conditions by descending from the loosest operator to the tightest. */
final class Parser {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_LIMIT = 10_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Tokens tokens;
    private final List<Condition> filters = new ArrayList<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private List<String> displayed = List.of();
    private List<Query.Key> order = List.of();
    private int limit;
    private int depth;

    Parser(String text) {
        tokens = new Tokens(text);
    }

    Query query() throws QueryFault {
        do {
            command();
        } while (tokens.accept("|"));
        if (tokens.peek().kind() != Kind.END) {
            throw tokens.unexpected();
        }
        List<String> shown = !displayed.isEmpty()
                ? displayed
                : fields.isEmpty() ? List.of(Event.TIMESTAMP, Event.MESSAGE) : List.copyOf(fields);
        return new Query(filters, shown, order, limit);
    }

    private void command() throws QueryFault {
        if (tokens.peek().kind() != Kind.NAME) {
            throw tokens.unexpected();
        }
        String name = tokens.take().text().toLowerCase(Locale.ROOT);
        if (limit > 0) {
            throw new QueryFault("Nothing can come after limit here.");
        }
        switch (name) {
            case "fields" -> fields.addAll(names());
            case "display" -> displayed = names();
            case "filter" -> filters.add(either());
            case "sort" -> order = keys();
            case "limit" -> limit = count();
            default -> throw new QueryFault("The command " + name
                    + " is not known here: there are fields, display, filter, sort and limit.");
        }
    }

    private List<String> names() throws QueryFault {
        List<String> names = new ArrayList<>();
        do {
            names.add(field());
        } while (tokens.accept(","));
        return names;
    }

    private String field() throws QueryFault {
        Token token = tokens.peek();
        if (token.kind() != Kind.NAME && token.kind() != Kind.FIELD) {
            throw tokens.unexpected();
        }
        tokens.take();
        if (token.kind() == Kind.NAME && tokens.peek().isSign("(")) {
            throw new QueryFault("The function " + token.text() + " is not known here: there is ispresent in filter.");
        }
        return token.text();
    }

    private List<Query.Key> keys() throws QueryFault {
        if (!order.isEmpty()) {
            throw new QueryFault("A query is sorted once.");
        }
        List<Query.Key> keys = new ArrayList<>();
        do {
            String field = field();
            boolean falling = tokens.acceptWord("desc");
            if (!falling) {
                tokens.acceptWord("asc");
            }
            keys.add(new Query.Key(field, falling));
        } while (tokens.accept(","));
        return keys;
    }

    private int count() throws QueryFault {
        Token token = tokens.take();
        int count = WHOLE.matcher(token.text()).matches() ? Integer.parseInt(token.text()) : 0;
        if (token.kind() != Kind.NUMBER || count < 1 || count > MAX_LIMIT) {
            throw new QueryFault("A limit is a number from 1 to " + MAX_LIMIT + ".");
        }
        return count;
    }

    private Condition either() throws QueryFault {
        Condition left = both();
        while (tokens.acceptWord("or")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() throws QueryFault {
        Condition left = single();
        while (tokens.acceptWord("and")) {
            left = new Condition.And(left, single());
        }
        return left;
    }

    private Condition single() throws QueryFault {
        if (++depth > MAX_DEPTH) {
            throw new QueryFault("The condition is nested too deeply.");
        }
        Condition condition;
        if (tokens.acceptWord("not")) {
            condition = new Condition.Not(single());
        } else if (tokens.accept("(")) {
            condition = either();
            require(")");
        } else if (tokens.acceptWord("ispresent")) {
            require("(");
            condition = new Condition.Present(field());
            require(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    private Condition comparison() throws QueryFault {
        Operand left = operand();
        if (tokens.acceptWord("like")) {
            return new Condition.Like(left, pattern());
        }
        if (tokens.acceptWord("not")) {
            if (!tokens.acceptWord("like")) {
                throw tokens.unexpected();
            }
            return new Condition.Not(new Condition.Like(left, pattern()));
        }
        Optional<Sign> sign = tokens.peek().kind() == Kind.SIGN ? Sign.of(tokens.peek().text()) : Optional.empty();
        if (sign.isEmpty()) {
            throw tokens.unexpected();
        }
        tokens.take();
        return new Condition.Comparison(left, sign.get(), operand());
    }

    private Operand operand() throws QueryFault {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME, FIELD -> new Operand(field(), true);
            case TEXT, NUMBER -> new Operand(tokens.take().text(), false);
            case REGEX, SIGN, END -> throw tokens.unexpected();
        };
    }

    /** A text is looked for as it is. */
    private Pattern pattern() throws QueryFault {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> Pattern.compile(tokens.take().text(), Pattern.LITERAL);
            case REGEX -> regex(tokens.take().text());
            case NAME, FIELD, NUMBER, SIGN, END -> throw tokens.unexpected();
        };
    }

    private static Pattern regex(String text) throws QueryFault {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new QueryFault("/" + text + "/ is no pattern: " + e.getDescription() + ".");
        }
    }

    private void require(String sign) throws QueryFault {
        if (!tokens.accept(sign)) {
            throw tokens.unexpected();
        }
    }
}
