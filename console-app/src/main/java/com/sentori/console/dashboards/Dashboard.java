package com.sentori.console.dashboards;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as its file says.
 *
 * @param uid by which it is asked for; empty if the file has none
 * @param title for people
 * @param description for people; may be empty
 * @param from begin of the span it shows, as Grafana writes it: {@code now-1h}
 * @param to end of that span
 * @param refresh how often it is asked anew; null for never
 * @param variables in the order in which they are chosen
 * @param panels in the order of the file, rows among them
 */
public record Dashboard(String uid, String title, String description, String from, String to,
        @Nullable Duration refresh, List<Variable> variables, List<Panel> panels) {
    /** Takes copies. */
    public Dashboard {
        variables = List.copyOf(variables);
        panels = List.copyOf(panels);
    }

    /** The variable of this name. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
