package com.sentori.console.terraform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan would do, without any secret.
 *
 * @param changes of resources, in the order of their addresses; without what stays as it is
 * @param drift what has changed outside Terraform since the last apply
 * @param outputs that change
 * @param bill what it changes of the costs
 * @param unchanged how many resources stay as they are
 */
public record Plan(List<Change> changes, List<Change> drift, List<Output> outputs, Bill bill, int unchanged) {
    /** Beyond it nobody sees what is applied. */
    public static final int MOST = 20_000;

    /** Keeps its own copies. */
    public Plan {
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        outputs = List.copyOf(outputs);
    }

    /** How many resources each action is about. */
    public Map<Action, Integer> counts() {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        changes.forEach(change -> counts.merge(change.action(), 1, Integer::sum));
        return counts;
    }

    /** Whether an apply would do anything. */
    public boolean isEmpty() {
        return outputs.isEmpty() && changes.stream().allMatch(change -> change.action() == Action.READ);
    }

    /** The protected stores of data that it would destroy: while there is one, it is not applied. */
    public List<Change> refused() {
        return changes.stream().filter(change -> change.loss() == Loss.REFUSED).toList();
    }

    /** The stores of data that it destroys, because their protection was taken off before. */
    public List<Change> lost() {
        return changes.stream().filter(change -> change.loss() == Loss.UNPROTECTED).toList();
    }
}
