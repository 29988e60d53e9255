package com.sentori.lambda.runs;

import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import com.sentori.lambda.log.Head;
import com.sentori.lambda.store.Item;
import java.time.Instant;
import java.util.List;

/**
 * What does not change in a run, as an item beside its head: up to 70 KB, written once. And the entry of the
 * run in the list of its month.
 */
final class RunItems {
    private static final String SORT = "run";
    private static final int MONTH_LENGTH = "2026-11".length();

    private RunItems() {}

    static Item key(String runId) {
        return Item.key(Head.key(runId).text("pk"), SORT);
    }

    static Item of(Run run) {
        return key(run.id()).with("id", run.id())
                .with("username", run.username())
                .with("startedAt", run.startedAt().toEpochMilli())
                .with("plannedSeconds", run.params().duration())
                .with("intervalSeconds", run.params().interval())
                .with("sensorIds", Json.MAPPER.writeValueAsString(run.params().sensorIds()))
                .with("meta", run.meta().json());
    }

    /** The run as it was started. */
    static Run started(Item item) {
        String id = item.text("id");
        List<String> sensorIds = List.of(Json.MAPPER.readValue(item.text("sensorIds"), String[].class));
        return new Run(id, item.text("username"), RunStatus.RUNNING, Instant.ofEpochMilli(item.number("startedAt")),
                null, null, null,
                new RunParams(id, sensorIds, Math.toIntExact(item.number("plannedSeconds")),
                        Math.toIntExact(item.number("intervalSeconds"))),
                new Meta(item.text("meta")), null);
    }

    static Run of(Run started, Head head) {
        return head.isRunning() ? started : started.ended(head.requireEnding());
    }

    /** Sorts as text the way runs are listed: by start, then id. */
    static String place(Run run) {
        return Timestamps.write(run.startedAt()) + "#" + run.id();
    }

    /** After the place of every run that started by then, and before that of every later one. */
    static String afterAllAt(Instant start) {
        return Timestamps.write(start) + "$";
    }

    static String idAt(String place) {
        return place.substring(place.indexOf('#') + 1);
    }

    static String monthOf(String place) {
        return place.substring(0, MONTH_LENGTH);
    }

    static String listPartition(String month) {
        return "list#" + month;
    }
}
