/** Notices work that holds the thread of the window. Knows nothing of the console. */
@NullMarked
package com.sentori.console.watchdog;

import org.jspecify.annotations.NullMarked;
