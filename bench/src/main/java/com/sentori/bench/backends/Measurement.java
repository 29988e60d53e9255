package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Site;
import java.util.List;

/** Measures one or more rows. */
interface Measurement {
    List<Figure> measure(Site site, Scale scale) throws Exception;
}
