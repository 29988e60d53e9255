/**
 * The screen of the infrastructure: environments, plans as a tree, what changes of each resource, and the apply of exactly what was shown. The main window comes in.
 */
@NullMarked
package com.sentori.console.infra;

import org.jspecify.annotations.NullMarked;
