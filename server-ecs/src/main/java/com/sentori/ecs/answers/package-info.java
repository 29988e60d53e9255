/**
 * What calls with an {@code Idempotency-Key} were answered, in PostgreSQL. The stores of runs and readings keep it in their own
 * transactions; the wiring comes in, too.
 */
@NullMarked
package com.sentori.ecs.answers;

import org.jspecify.annotations.NullMarked;
