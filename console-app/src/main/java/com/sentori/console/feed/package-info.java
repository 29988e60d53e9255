/**
 * A run, followed: what is missing first, then what comes, by pages or by the stream, in order, once each, across lost links. Whoever wants the readings of a
 * run comes in; no screen is known here.
 */
@NullMarked
package com.sentori.console.feed;

import org.jspecify.annotations.NullMarked;
