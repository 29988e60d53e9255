package com.sentori.console.terraform;

import java.util.List;

/**
 * What came of an apply that ended in order.
 *
 * @param added resources that were made
 * @param changed resources that were changed in place
 * @param destroyed resources that are gone
 * @param warnings what Terraform said beside
 * @param outputs of the stack as it is now
 */
public record Applied(int added, int changed, int destroyed, List<Diagnostic> warnings, List<Output> outputs) {
    /** Keeps its own copies. */
    public Applied {
        warnings = List.copyOf(warnings);
        outputs = List.copyOf(outputs);
    }
}
