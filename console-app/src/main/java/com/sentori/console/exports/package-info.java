/**
 * A run written to files, as CSV and as JSON, page by page from what the backend has stored. Screens and the
 * command line come in.
 */
@NullMarked
package com.sentori.console.exports;

import org.jspecify.annotations.NullMarked;
