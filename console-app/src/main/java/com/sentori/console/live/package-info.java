/**
 * The live screen: one run on one backend or on two, its readings as they are stored, and its check at the end. The
 * screens that open a run come in, as does the wiring.
 */
@NullMarked
package com.sentori.console.live;

import org.jspecify.annotations.NullMarked;
