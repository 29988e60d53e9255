package com.sentori.console.live;

import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Standing.Circuit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** When the link of a half was lost and came back, and what was fetched then: the newest, as many as a chart can show. FX thread. */
final class LinkMarks {
    /** The most that are kept. */
    static final int MOST = 100;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private boolean away;
    private long losses;
    private long fetchedBefore;

    /** What happened. */
    enum Kind {
        /** Nothing came any more. */
        LOST,
        /** What was missing has been fetched, and what is new comes. */
        BACK
    }

    /**
     * A moment of the link.
     *
     * @param time epoch milliseconds, by this machine's clock
     * @param fetched readings that were missing; 0 where it was lost
     */
    record Mark(Kind kind, long time, long fetched) {}

    /**
     * Takes over how it stands.
     *
     * @param fetched readings so far that came after a lost link, before new ones
     */
    void hear(Standing standing, long fetched, long now) {
        boolean lostMeanwhile = standing.reconnects() > losses;
        losses = standing.reconnects();
        // Also when it was lost and came back between two looks.
        if (!away && lostMeanwhile) {
            away = true;
            add(new Mark(Kind.LOST, now, 0));
        }
        if (away && standing.circuit() == Circuit.LIVE) {
            away = false;
            add(new Mark(Kind.BACK, now, fetched - fetchedBefore));
        }
        if (!away) {
            fetchedBefore = fetched;
        }
    }

    private void add(Mark mark) {
        marks.addLast(mark);
        if (marks.size() > MOST) {
            marks.removeFirst();
        }
    }

    /** The oldest first. */
    List<Mark> all() {
        return List.copyOf(marks);
    }
}
