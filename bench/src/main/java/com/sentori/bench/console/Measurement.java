package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Scale;
import java.nio.file.Path;
import java.util.List;

/** Measures one or more rows. */
interface Measurement {
    /**
     * Takes them.
     *
     * @param home the folder of the product, where its modules are built
     */
    List<Figure> measure(Path home, Scale scale) throws Exception;
}
