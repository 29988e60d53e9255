/**
 * The sandbox as a process of its own, as its user starts it, for the tests of this module. Uses nothing of the
 * module but its archive.
 */
@NullMarked
package com.sentori.sandbox.parts;

import org.jspecify.annotations.NullMarked;
