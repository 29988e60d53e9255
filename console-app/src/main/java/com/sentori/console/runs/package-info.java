/**
 * Runs as the console drives them: the plan, the session that starts, feeds and ends it on one backend or two,
 * and the check of what was stored. Screens and the command line come in.
 */
@NullMarked
package com.sentori.console.runs;

import org.jspecify.annotations.NullMarked;
