/**
 * The runs in PostgreSQL, and the lock of a run which ingest shares with its end. The wiring comes in, and
 * {@code readings} for the lock.
 */
@NullMarked
package com.sentori.ecs.runs;

import org.jspecify.annotations.NullMarked;
