/**
 * Processes on this machine: children that are watched, pid files by which orphans are found, the lock on a data
 * folder, free ports.
 */
@NullMarked
package com.sentori.sandbox.processes;

import org.jspecify.annotations.NullMarked;
