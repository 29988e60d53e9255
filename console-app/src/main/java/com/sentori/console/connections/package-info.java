/**
 * The backends screen: profiles, and what each backend says of itself. The main window and the start form take the
 * standing of the connections from here.
 */
@NullMarked
package com.sentori.console.connections;

import org.jspecify.annotations.NullMarked;
