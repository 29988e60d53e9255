package com.sentori.console.reports;

import java.util.List;

/** A piece of a report as people read it, in the order of reading; the forms for people draw these and know nothing else. Texts are safe to be shown, and not yet escaped. */
sealed interface Block {
    /** The name of all of it, and what it is about. */
    record Title(String text, List<String> under) implements Block {}

    /** The verdict. */
    record Banner(Verdict.Outcome outcome, String text, String under) implements Block {}

    /** Begins a part. */
    record Heading(String text) implements Block {}

    /** Some sentences. */
    record Paragraph(String text) implements Block {}

    /**
     * A table.
     *
     * @param heads of the columns
     * @param rows cell by cell
     * @param numbersFrom the first column that holds figures
     */
    record Table(List<String> heads, List<List<String>> rows, int numbersFrom) implements Block {}

    /** A chart. */
    record Chart(Plot plot) implements Block {}
}
