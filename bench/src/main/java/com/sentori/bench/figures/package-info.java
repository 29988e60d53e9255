/**
 * What was measured: rows with their goals, medians of rounds, and how a report looks. Knows nothing of servers.
 */
@NullMarked
package com.sentori.bench.figures;

import org.jspecify.annotations.NullMarked;
