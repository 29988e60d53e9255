package com.sentori.console.series;

/**
 * Which run.
 *
 * @param store the identity of the store that has it ({@code instanceId})
 * @param runId its id there
 */
public record RunKey(String store, String runId) {}
