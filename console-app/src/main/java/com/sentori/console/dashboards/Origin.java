package com.sentori.console.dashboards;

/** Where figures came from. */
public enum Origin {
    /** From nowhere: a text, a heading, or nothing at all. */
    NONE,
    /** From Prometheus. */
    PROMETHEUS,
    /** From CloudWatch. */
    CLOUDWATCH,
    /** From the readings that the backend has stored, as the source that the panel is for does not answer. */
    BACKEND
}
