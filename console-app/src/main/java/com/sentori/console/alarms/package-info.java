/**
 * Alarms: what the rules say of figures as they come, latched until a person has acknowledged it. Pure reckoning with a clock that is passed in; no screen and no
 * backend is known here. Whoever brings figures, and whoever shows alarms, comes in.
 */
@NullMarked
package com.sentori.console.alarms;

import org.jspecify.annotations.NullMarked;
