package com.sentori.console.alarms;

/**
 * Where figures come from: a run on a backend.
 *
 * @param backend its name
 * @param run its id there
 */
public record Source(String backend, String run) {}
