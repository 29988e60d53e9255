package com.sentori.console.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script by which bash and zsh complete the commands. */
@Command(name = "completion", mixinStandardHelpOptions = true, description = "Prints a script that completes commands and options in bash and zsh: source <(./sentori completion).")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().getOut().println(AutoComplete.bash("sentori", spec.root().commandLine()));
        }
        return Exit.PASSED;
    }
}
