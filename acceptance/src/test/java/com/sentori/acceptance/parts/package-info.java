/** The sandbox as a process of its own, as its user starts it. */
@NullMarked
package com.sentori.acceptance.parts;

import org.jspecify.annotations.NullMarked;
