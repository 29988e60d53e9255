package com.sentori.console.dashboards;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something that is chosen above a dashboard, and stands in its queries.
 *
 * @param name by which queries name it
 * @param label for people
 * @param kind where its values come from
 * @param query what that kind asks for; an object where a source wants one
 * @param datasource which is asked, of {@link Kind#QUERY}
 * @param regex what is taken of each value that a source gives; empty for all of it
 * @param sort Grafana's number of the order of what a source gives
 * @param many whether several values may be chosen
 * @param withAll whether all may be chosen at once
 * @param allValue what stands for all; empty for every single one
 * @param chosen the values that the file has chosen; {@value #ALL} for all
 * @param options those that the file lists
 * @param hidden whether it is not to be shown above the dashboard
 */
public record Variable(String name, String label, Kind kind, JsonNode query, Datasource datasource, String regex,
        int sort, boolean many, boolean withAll, String allValue, List<String> chosen, List<Option> options,
        boolean hidden) {
    /** What stands for all values among the chosen ones. */
    public static final String ALL = "$__all";

    /** Where values come from. */
    public enum Kind {
        /** From a source. */
        QUERY,
        /** From a list in the file. */
        CUSTOM,
        /** It has one value. */
        CONSTANT,
        /** It is typed. */
        TEXTBOX,
        /** A list of lengths of time. */
        INTERVAL,
        /** The sources of a kind. */
        DATASOURCE,
        /** One that this console does not know. */
        UNKNOWN
    }

    /**
     * A value to choose.
     *
     * @param text for people
     * @param value what stands in queries
     */
    public record Option(String text, String value) {}

    /** Takes copies. */
    public Variable {
        chosen = List.copyOf(chosen);
        options = List.copyOf(options);
    }
}
