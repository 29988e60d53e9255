/**
 * The cold start of a function, measured: {@link com.sentori.lambda.coldstart.ColdStart} starts fresh JVMs on the archive as
 * Lambda takes it, and the store in a process of its own. Benchmarks come in.
 */
@NullMarked
package com.sentori.lambda.coldstart;

import org.jspecify.annotations.NullMarked;
