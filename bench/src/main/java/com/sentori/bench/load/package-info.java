/**
 * A small HTTP client that drives a server: closed loop for throughput, open loop for latency.
 */
@NullMarked
package com.sentori.bench.load;

import org.jspecify.annotations.NullMarked;
