/**
 * How the window was left: which screen, how large, and how the screens were set up, kept in a file beside the settings. Only the wiring comes in.
 */
@NullMarked
package com.sentori.console.layouts;

import org.jspecify.annotations.NullMarked;
