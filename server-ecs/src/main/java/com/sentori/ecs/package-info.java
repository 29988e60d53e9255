/**
 * The program: its start, its settings, and the wiring, which reads like a table of contents. Nothing else
 * comes in here; everything it wires lives in a package of its own.
 */
@NullMarked
package com.sentori.ecs;

import org.jspecify.annotations.NullMarked;
