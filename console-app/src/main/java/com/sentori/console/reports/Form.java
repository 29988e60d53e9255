package com.sentori.console.reports;

/** A form in which a report is written. */
public enum Form {
    /** One page, complete in itself, for a browser. */
    HTML,
    /** Pages to print or to hand over. */
    PDF,
    /** The readings of each half, and the figures of the report. */
    CSV,
    /** The report for programs. */
    JSON
}
