package com.sentori.console.infra;

import com.sentori.console.terraform.Change;
import java.util.ArrayList;
import java.util.List;

/** A row of the tree of a plan. */
sealed interface PlanRow {
    /**
     * A module.
     *
     * @param name as its parent calls it
     * @param changes within it, at whatever depth
     */
    record Module(String name, int changes) implements PlanRow {}

    /** What becomes of a resource. */
    record Resource(Change change) implements PlanRow {}

    /** What has changed outside. */
    record Drifted(Change change) implements PlanRow {}

    /** The steps to a module: {@code module.a["x.module.y"].module.b} is {@code module.a["x.module.y"]}, {@code module.b}. */
    static List<String> steps(String address) {
        List<String> steps = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < address.length(); i++) {
            char at = address.charAt(i);
            if (at == '"' && (i == 0 || address.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            }
            if (!quoted && at == '.' && address.startsWith(".module.", i)) {
                steps.add(address.substring(from, i));
                from = i + 1;
            }
        }
        if (!address.isEmpty()) {
            steps.add(address.substring(from));
        }
        return steps;
    }
}
