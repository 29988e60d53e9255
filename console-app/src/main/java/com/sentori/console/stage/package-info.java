/**
 * What every screen stands on: texts, figures, actions off the FX thread, notices and the way from screen to screen.
 * Only screens and the wiring come in; nothing here knows a screen or a backend.
 */
@NullMarked
package com.sentori.console.stage;

import org.jspecify.annotations.NullMarked;
