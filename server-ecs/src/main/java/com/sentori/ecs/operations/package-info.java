/**
 * What those who operate the server ask of it: whether it is well, and why it does not start. The wiring
 * comes in.
 */
@NullMarked
package com.sentori.ecs.operations;

import org.jspecify.annotations.NullMarked;
