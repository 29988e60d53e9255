/**
 * The chart engine: many live series drawn into a raster at the cost of pixels, on threads of its own, with gaps as gaps; axes and texts are painted over it. It
 * knows nothing of runs, backends or where samples come from: whoever has {@link com.sentori.console.charts.Samples} may show a
 * {@link com.sentori.console.charts.LiveChart}.
 */
@NullMarked
package com.sentori.console.charts;

import org.jspecify.annotations.NullMarked;
