/**
 * A run's log: numbered slots that hold its readings, and its end, which closes them. The rooms of runs and
 * readings come in; nobody else writes a run's slots or its head.
 */
@NullMarked
package com.sentori.lambda.log;

import org.jspecify.annotations.NullMarked;
