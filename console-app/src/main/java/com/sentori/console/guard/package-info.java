/**
 * Watches runs by the rules of alarms: judges what their feeds give, asks for the figures of a whole run every second, and stops a run if a rule says so. Window and
 * command line come in; no screen is known here.
 */
@NullMarked
package com.sentori.console.guard;

import org.jspecify.annotations.NullMarked;
