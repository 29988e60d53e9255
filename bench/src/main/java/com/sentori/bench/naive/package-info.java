/**
 * Servers to compare with: the real one with other readings behind it. They run in a process of their own, on the\n * class path of the server.
 */
@NullMarked
package com.sentori.bench.naive;

import org.jspecify.annotations.NullMarked;
