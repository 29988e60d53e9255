package com.sentori.console.dashboards;

import java.util.List;

/**
 * What is chosen of a variable.
 *
 * @param variable whose
 * @param values the values that stand in queries, all of them if all are chosen
 * @param texts of the values, for people
 * @param all whether all are chosen
 * @param options what there is to choose from
 * @param fault why there is nothing to choose from; empty if that is no fault
 */
public record Chosen(Variable variable, List<String> values, List<String> texts, boolean all,
        List<Variable.Option> options,
        String fault) {
    /** Takes copies. */
    public Chosen {
        values = List.copyOf(values);
        texts = List.copyOf(texts);
        options = List.copyOf(options);
    }

    /** The same of another variable. */
    Chosen of(Variable other) {
        return new Chosen(other, values, texts, all, options, fault);
    }

    /** One value of it, alone. */
    Chosen alone(int value) {
        return new Chosen(variable, List.of(values.get(value)), List.of(texts.get(value)), false, options, fault);
    }

    /** Whether the file says what stands for all, and all are chosen: it is taken as it is. */
    boolean isWritten() {
        return all && !variable.allValue().isEmpty();
    }
}
