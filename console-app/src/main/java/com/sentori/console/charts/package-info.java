/**
 * The chart engine: time series drawn into a raster off the FX thread, with axes and texts as nodes. Knows nothing
 * of runs or backends; whoever has samples to draw comes in.
 */
@NullMarked
package com.sentori.console.charts;

import org.jspecify.annotations.NullMarked;
