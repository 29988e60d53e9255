/**
 * The readings in PostgreSQL: ingest, the live tail, and searches. The wiring comes in.
 */
@NullMarked
package com.sentori.ecs.readings;

import org.jspecify.annotations.NullMarked;
