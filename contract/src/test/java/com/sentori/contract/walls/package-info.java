/**
 * The walls of the house as tests: each module states in its {@code WallsTest} which of its packages may use
 * which, and which other modules. Every module's tests come in.
 */
@NullMarked
package com.sentori.contract.walls;

import org.jspecify.annotations.NullMarked;
