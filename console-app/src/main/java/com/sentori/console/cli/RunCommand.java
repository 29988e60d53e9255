package com.sentori.console.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts, follows, ends and lists runs. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Starts, follows, ends and lists runs.", subcommands = {
        StartCommand.class, WatchCommand.class, StopCommand.class, ListCommand.class, ShowCommand.class,
        ResumeCommand.class, ScenariosCommand.class})
final class RunCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
    }
}
