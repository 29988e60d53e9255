/**
 * How the backends stand by the figures that their cloud keeps of them, and what this month's runs have cost: the questions, which need no window, and the screen.
 * The wiring comes in.
 */
@NullMarked
package com.sentori.console.cloud;

import org.jspecify.annotations.NullMarked;
