package com.sentori.sandbox.insights;

import com.sentori.sandbox.insights.Found.Cell;
import com.sentori.sandbox.insights.Found.Status;
import com.sentori.sandbox.logs.LogEvent;
import com.sentori.sandbox.logs.LogGroup;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** A query on its way through logs. It runs once; others may ask how far it is, and stop it, from any thread. */
final class Search implements Runnable {
    private static final System.Logger LOG = System.getLogger(Search.class.getName());
    /** Of all rows together: so much is kept until others push it out. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Query query;
    private final List<LogGroup> groups;
    private final Instant from;
    private final Instant to;
    private final int limit;
    /** The last one comes first. */
    private final PriorityQueue<Event> first;
    private volatile Found found = Found.nothing(Status.RUNNING);
    private volatile boolean stopped;
    private long matched;
    private long scanned;
    private long bytes;

    /** Of events from the one to the other time, both inclusive. */
    Search(Query query, List<LogGroup> groups, Instant from, Instant to, int limit) {
        this.query = query;
        this.groups = List.copyOf(groups);
        this.from = from;
        this.to = to;
        this.limit = query.limit() > 0 ? query.limit() : limit;
        this.first = new PriorityQueue<>(query.comparator().reversed());
    }

    Found found() {
        return found;
    }

    /** Whether it was under way. */
    synchronized boolean stop() {
        stopped = true;
        boolean running = found.status() == Status.RUNNING;
        if (running) {
            found = Found.nothing(Status.CANCELLED);
        }
        return running;
    }

    @Override
    public void run() {
        Status status = Status.COMPLETE;
        try {
            for (LogGroup group : groups) {
                long begun = scanned;
                group.read(event -> {
                    take(group, event, scanned - begun);
                    return !stopped;
                });
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a log could not be read", e);
            status = Status.FAILED;
        }
        end(new Found(status, rows(), matched, scanned, bytes));
    }

    private synchronized void end(Found all) {
        if (!stopped) {
            found = all;
        }
    }

    private void take(LogGroup group, LogEvent line, long place) {
        scanned++;
        bytes += line.message().length();
        if (line.time().isBefore(from) || line.time().isAfter(to)) {
            return;
        }
        Event event = new Event(group, line, place);
        if (query.accepts(event)) {
            matched++;
            first.add(event);
            if (first.size() > limit) {
                first.remove();
            }
        }
    }

    private List<List<Cell>> rows() {
        List<Event> sorted = new ArrayList<>(first);
        sorted.sort(query.comparator());
        List<List<Cell>> rows = new ArrayList<>();
        int characters = 0;
        for (Event event : sorted) {
            List<Cell> row = row(event);
            characters += row.stream().mapToInt(cell -> cell.field().length() + cell.value().length()).sum();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    /** The fields that it has, and where it is. */
    private List<Cell> row(Event event) {
        List<Cell> row = new ArrayList<>();
        for (String field : query.shown()) {
            String value = event.shown(field);
            if (!value.isEmpty()) {
                row.add(new Cell(field, value));
            }
        }
        row.add(new Cell(Event.POINTER, event.value(Event.POINTER)));
        return row;
    }
}
