package com.sentori.ecs.meters;

import java.util.concurrent.atomic.AtomicInteger;

/** How many series there may be. Thread-safe. */
final class Room {
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Room(int most) {
        this.most = most;
    }

    /** Takes the room of so many more, or none. */
    boolean take(int series) {
        return taken.getAndUpdate(now -> now + series > most ? now : now + series) + series <= most;
    }

    void give(int series) {
        taken.addAndGet(-series);
    }

    int taken() {
        return taken.get();
    }
}
