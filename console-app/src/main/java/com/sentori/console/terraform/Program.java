package com.sentori.console.terraform;

import java.util.Map;

/**
 * Which program is started.
 *
 * @param path its name, to be found on the path, or where it is
 */
public record Program(String path) {
    /** By this variable of the environment another program than {@code terraform} is named. */
    public static final String VARIABLE = "SENTORI_TERRAFORM";

    /** As this process's environment has it. */
    public static Program ofThisProcess() {
        return of(System.getenv());
    }

    static Program of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new Program(named.isBlank() ? "terraform" : named.strip());
    }
}
