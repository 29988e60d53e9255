/**
 * What is left of a fault that nobody caught: a bundle on this machine, for whoever mends it, without readings and without secrets. It is never sent. Only the
 * wiring comes in.
 */
@NullMarked
package com.sentori.console.crashes;

import org.jspecify.annotations.NullMarked;
