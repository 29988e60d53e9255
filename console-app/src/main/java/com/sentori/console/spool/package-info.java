/**
 * Records that are on disk before anything is done with them, until they are acknowledged. Knows nothing of what is in them.
 * Whoever drives a run comes in.
 */
@NullMarked
package com.sentori.console.spool;

import org.jspecify.annotations.NullMarked;
