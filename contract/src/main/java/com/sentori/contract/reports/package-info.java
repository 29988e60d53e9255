/**
 * Reports to take away: a run's own record, its readings as CSV and its summary, in an archive. Both backends come in; the
 * console for the form of the readings.
 */
@NullMarked
package com.sentori.contract.reports;

import org.jspecify.annotations.NullMarked;
