/**
 * What was measured: metrics with their points, aggregated by the minute or second, bounded in memory and kept on disk.
 * Knows nothing of protocols; the endpoint reads and writes here, and so do those who measure.
 */
@NullMarked
package com.sentori.sandbox.metrics;

import org.jspecify.annotations.NullMarked;
