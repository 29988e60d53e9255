package com.sentori.console.thresholds;

/** How bad a value is, from good to bad. */
public enum Severity {
    /** Within its limits. */
    OK,
    /** To be looked at. */
    WARN,
    /** To be acted upon. */
    CRITICAL
}
