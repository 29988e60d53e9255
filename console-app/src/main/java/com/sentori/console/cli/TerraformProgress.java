package com.sentori.console.cli;

import com.sentori.console.terraform.Message;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;

/** One line about what Terraform does, written anew with each message: on a terminal only. */
final class TerraformProgress implements Consumer<Message>, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean shown;
    private int done;

    TerraformProgress(PrintWriter out) {
        this.out = out;
        this.shown = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    @Override
    public void accept(Message message) {
        if (shown && message instanceof Message.Progress progress) {
            if (progress.phase() == Message.Phase.DONE) {
                done++;
            }
            String line = done + " done, " + PlanText.word(progress.action()) + " " + progress.address() + " "
                    + progress.elapsed().toSeconds() + " s";
            out.print(CLEAR + line.substring(0, Math.min(line.length(), WIDTH)));
            out.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
