/**
 * Backends as the console knows them: profiles, the one client for the one contract, and the watched
 * connection. No screen is known here. Feeds, runs, exports, screens and the command line come in.
 */
@NullMarked
package com.sentori.console.backends;

import org.jspecify.annotations.NullMarked;
