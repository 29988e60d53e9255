package com.sentori.console.stage;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/** Does one thing after the other, with a frame presented between them, so that nobody waits for more than one. FX thread. */
public final class Steps {
    /** A pulse draws what the one before it laid out. */
    private static final int PULSES = 2;

    private final Queue<Runnable> steps;
    private final AnimationTimer timer = new AnimationTimer() {
        private int pulses;

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses % PULSES == 0) {
                next();
            }
        }
    };

    /** These, in this order. */
    public Steps(List<Runnable> steps) {
        this.steps = new ArrayDeque<>(steps);
    }

    /** The first one comes when a frame was presented. */
    public Steps begin() {
        timer.start();
        return this;
    }

    private void next() {
        Runnable step = steps.poll();
        if (step == null) {
            timer.stop();
        } else {
            step.run();
        }
    }

    /** Leaves out what was not done yet. */
    public void end() {
        timer.stop();
    }
}
