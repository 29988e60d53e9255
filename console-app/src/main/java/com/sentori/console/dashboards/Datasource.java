package com.sentori.console.dashboards;

/**
 * Which source a query is for, as the file says; either may be a variable, and both may be empty for the source that Grafana takes by itself.
 *
 * @param type Grafana's name of its kind
 * @param uid of the source in Grafana
 */
public record Datasource(String type, String uid) {
    /** What Grafana takes by itself. */
    public static final Datasource NONE = new Datasource("", "");

    /** Names each query's own source instead of one for all. */
    boolean isMixed() {
        return uid.equals("-- Mixed --");
    }

    /** This one, or the other where this one says nothing. */
    Datasource or(Datasource other) {
        return type.isEmpty() && uid.isEmpty() ? other : this;
    }
}
