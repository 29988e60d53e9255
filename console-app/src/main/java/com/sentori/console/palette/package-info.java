/**
 * All that the window can do, in one list: from it come its shortcuts, the palette and the sheet of shortcuts. The wiring fills the list; nobody else comes in.
 */
@NullMarked
package com.sentori.console.palette;

import org.jspecify.annotations.NullMarked;
