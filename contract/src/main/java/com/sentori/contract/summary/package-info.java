/**
 * What a run's readings come to: figures per sensor and type, totals, and a digest by which two stores, or a store and a
 * sender, find out whether they hold the same. Both backends and the console come in.
 */
@NullMarked
package com.sentori.contract.summary;

import org.jspecify.annotations.NullMarked;
