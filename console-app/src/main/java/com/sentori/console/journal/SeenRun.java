package com.sentori.console.journal;

import com.sentori.contract.runs.Run;

/**
 * A run that was seen.
 *
 * @param store the identity of the store that has it
 * @param backend the name under which the backend was known
 * @param run as last heard
 */
public record SeenRun(String store, String backend, Run run) {}
