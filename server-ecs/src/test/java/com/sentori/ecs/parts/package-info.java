/**
 * The real parts that tests run on: PostgreSQL, a relay that fails as networks do, a clock that is set, a
 * server. Tests of every package come in.
 */
@NullMarked
package com.sentori.ecs.parts;

import org.jspecify.annotations.NullMarked;
