/**
 * Reports of runs: one model, built in one pass over what is stored, and the forms in which it is written; from the backend's tail, or from the journal alone. Screens
 * and the command line come in.
 */
@NullMarked
package com.sentori.console.reports;

import org.jspecify.annotations.NullMarked;
