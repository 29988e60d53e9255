/**
 * A link that fails as links do, between the console and the real sandbox, and what must be true all the same.
 */
@NullMarked
package com.sentori.console.faults;

import org.jspecify.annotations.NullMarked;
