/**
 * The window: wiring by hand, navigation, theme, status line, and the commands that open it or draw it without a
 * display. Only the command line comes in.
 */
@NullMarked
package com.sentori.console.app;

import org.jspecify.annotations.NullMarked;
