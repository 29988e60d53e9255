/**
 * The readings that live charts draw: one bounded, time-ordered series per sensor of a run, with levels by which a frame costs pixels and not samples. Feeds
 * append from any thread, screens take a {@link com.sentori.console.series.Series} and hand it to a chart; nothing else comes in.
 */
@NullMarked
package com.sentori.console.series;

import org.jspecify.annotations.NullMarked;
