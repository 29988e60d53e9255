/**
 * Draws dashboards: a grid of panels, each with what its queries were answered, and the screen around them. The wiring and the pictures of the command line
 * come in.
 */
@NullMarked
package com.sentori.console.boards;

import org.jspecify.annotations.NullMarked;
