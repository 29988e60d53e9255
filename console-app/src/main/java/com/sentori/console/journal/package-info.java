/**
 * What was seen, on disk: runs, their readings in the order of arrival, and how far each was read. One file of SQLite, kept within a size, that outlives a
 * killed console. Knows nothing of backends or screens; the store of readings comes in, and the wiring opens it. Calls wait for the disk: none is made on the
 * FX thread.
 */
@NullMarked
package com.sentori.console.journal;

import org.jspecify.annotations.NullMarked;
