/**
 * What a measurement runs on: PostgreSQL with fsync, server processes, this machine's description.
 */
@NullMarked
package com.sentori.bench.site;

import org.jspecify.annotations.NullMarked;
