package com.sentori.sandbox.metricmath;

import java.util.List;

/** A parsed expression. */
public sealed interface Expression {
    /** A number. */
    record Number(double value) implements Expression {}

    /** A text in quotes. */
    record Text(String value) implements Expression {}

    /** The id of a query, in small letters, or a word such as {@code REPEAT}. */
    record Name(String name) implements Expression {}

    /** An array. */
    record Array(List<Expression> members) implements Expression {}

    /** A function and what it is given. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** Two operands. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** The negative. */
    record Negative(Expression operand) implements Expression {}

    /**
     * Reads an expression.
     *
     * @throws MathFault if it is none
     */
    static Expression parse(String text) {
        return new Parser(text).parse();
    }

    /** The fault with this sentence. */
    static MathFault refuse(String message) {
        return new MathFault(message);
    }

    /** What it stands for. */
    default Value evaluate(Inputs inputs) {
        return new Evaluation(inputs).of(this);
    }
}
