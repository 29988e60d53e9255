package com.sentori.bench.frames;

import javafx.scene.Node;

/** A chart that is measured. All on the FX thread, unless it says otherwise. */
interface Contender {
    int WIDTH = 1200;
    int HEIGHT = 700;

    /** What stands in the scene. */
    Node node();

    /** At each pulse: takes over what is new, or the next step. */
    void pulse(long now);

    /** How many frames were shown so far. */
    long frames();
}
