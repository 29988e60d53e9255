package com.sentori.sandbox.logs;

import java.time.Instant;

/** A line that a function wrote, and when. */
public record LogEvent(Instant time, String message) {}
