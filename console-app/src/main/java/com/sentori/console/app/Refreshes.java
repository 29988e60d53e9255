package com.sentori.console.app;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/**
 * Has the screens take over how things stand, a few times a second: one part with each pulse, so that what is typed meanwhile waits for one part at
 * most. What was just made is up to date: the first time comes when as much time has passed as between two. FX thread.
 */
final class Refreshes {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(250);

    private final List<Runnable> parts;
    private int next;
    private long begun;
    private boolean pulsed;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (!pulsed) {
                pulsed = true;
                begun = now;
            }
            if (next < parts.size()) {
                parts.get(next++).run();
            } else if (now - begun >= EVERY) {
                begun = now;
                next = 0;
            }
        }
    };

    Refreshes(List<Runnable> parts) {
        this.parts = parts;
        this.next = parts.size();
    }

    Refreshes begin() {
        timer.start();
        return this;
    }

    void end() {
        timer.stop();
    }
}
