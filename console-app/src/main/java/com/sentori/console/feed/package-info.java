/**
 * The live tail of a run, followed: pages by cursor, in order, once each, across lost links. Whoever wants the
 * readings of a run comes in.
 */
@NullMarked
package com.sentori.console.feed;

import org.jspecify.annotations.NullMarked;
