/**
 * The rules of alarms: one definition of what is watched and where its limits are, in a file that people edit too. Charts draw its limits, alarms and verdicts are
 * made from it. It knows nothing of how things are measured or shown; whoever judges may come in.
 */
@NullMarked
package com.sentori.console.rules;

import org.jspecify.annotations.NullMarked;
