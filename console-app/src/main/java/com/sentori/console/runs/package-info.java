/**
 * Runs as the console drives them: the order, the session that starts, feeds and ends it on one backend or two, what is kept of it on
 * disk so that it can go on after a failure, and the check of what was stored. Screens and the command line come in.
 */
@NullMarked
package com.sentori.console.runs;

import org.jspecify.annotations.NullMarked;
