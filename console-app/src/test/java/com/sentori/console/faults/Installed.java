package com.sentori.console.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Skips tests where a program that they need is not installed, and says which. */
public final class Installed {
    private Installed() {}

    /** Skips without Terraform. */
    public static void requireTerraform() throws InterruptedException {
        assumeTrue(runs("terraform", "version"), "Terraform is not installed: install 'terraform' 1.11 or newer.");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
