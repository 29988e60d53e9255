/**
 * Limits on measured values: one definition, from which a chart draws its lines and from which alarms and verdicts are made. It knows nothing of how values are
 * measured or shown; whoever judges a value may come in.
 */
@NullMarked
package com.sentori.console.thresholds;

import org.jspecify.annotations.NullMarked;
