/**
 * The command line: the same core as the window. Data on stdout, messages on stderr. The launcher starts
 * {@link com.sentori.console.cli.Main}; nobody else comes in.
 */
@NullMarked
package com.sentori.console.cli;

import org.jspecify.annotations.NullMarked;
