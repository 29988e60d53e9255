/**
 * Paging: limits, cursors that are opaque and bound to their query, and the page that ends at its limit or
 * at 4 MiB. Stores hand in {@link com.sentori.contract.pages.Slice slices}; the pipeline makes pages of them.
 */
@NullMarked
package com.sentori.contract.pages;

import org.jspecify.annotations.NullMarked;
