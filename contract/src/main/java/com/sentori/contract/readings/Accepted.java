package com.sentori.contract.readings;

/**
 * The answer to an ingest of several readings.
 *
 * @param accepted how many were stored
 */
public record Accepted(int accepted) {}
