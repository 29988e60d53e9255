/**
 * Readings: what a sensor sends, what is stored, the search and the live tail, and
 * {@link com.sentori.contract.readings.Readings} which each backend implements.
 */
@NullMarked
package com.sentori.contract.readings;

import org.jspecify.annotations.NullMarked;
