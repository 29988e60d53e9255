/**
 * The command {@code ./sentori bench}. Nothing in the product uses this module.
 */
@NullMarked
package com.sentori.bench;

import org.jspecify.annotations.NullMarked;
