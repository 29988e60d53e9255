/**
 * The run: its records, its one lifecycle, what may be asked of it, and {@link com.sentori.contract.runs.Runs}
 * which each backend implements. Backends, the pipeline and clients come in.
 */
@NullMarked
package com.sentori.contract.runs;

import org.jspecify.annotations.NullMarked;
