/**
 * The one store of readings: for each run of each store of a backend one time-ordered series per sensor and type, with levels by which a frame costs pixels and
 * not samples, and what is known of what is missing.
 *
 * <p>
 * Threads: feeds append from any thread; each sample is put in under its series' lock, and is seen by readers from then on. A frame takes the list of chunks as
 * it is at that moment and holds the lock for one chunk at a time, so an append waits for at most 4,096 samples, and a frame copies nothing. Counters and times
 * are volatile and read without a lock: the FX thread reads these alone. The store's own thread is the only one that touches the disk.
 *
 * <p>
 * Feeds and screens come in; no screen and no backend is known here.
 */
@NullMarked
package com.sentori.console.series;

import org.jspecify.annotations.NullMarked;
