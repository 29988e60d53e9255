/**
 * Two halves of a twin run side by side: their streams lined up point by point, and how long each backend took. The live screen
 * comes in.
 */
@NullMarked
package com.sentori.console.twins;

import org.jspecify.annotations.NullMarked;
