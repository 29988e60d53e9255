package com.sentori.lambda.runs;

import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.RunQuery;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** All runs by start, in one partition a month, read back from the newest. Strongly consistent. */
final class RunList {
    private static final String ALL = "pk = :month";
    private static final String BEFORE = "pk = :month AND sk < :after";

    private final Store store;

    RunList(Store store) {
        this.store = store;
    }

    /** The places after this one within the query's time, newest first, at most so many. */
    List<String> places(Collection<String> months, RunQuery query, @Nullable String after, int limit) {
        String before = query.to() == null ? after : earlier(after, RunItems.afterAllAt(query.to()));
        String from = query.from() == null ? "" : Timestamps.write(query.from());
        List<String> places = new ArrayList<>();
        months.stream()
                .filter(month -> before == null || month.compareTo(RunItems.monthOf(before)) <= 0)
                .filter(month -> from.isEmpty() || month.compareTo(RunItems.monthOf(from)) >= 0)
                .sorted(Comparator.reverseOrder())
                .forEach(month -> addTo(places, month, before, limit));
        return places.stream().takeWhile(place -> place.compareTo(from) >= 0).toList();
    }

    private static String earlier(@Nullable String one, String other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /** The oldest of the months if no run is left in it; never one in which runs may start. */
    Optional<String> emptied(Collection<String> months, String starting) {
        return months.stream()
                .min(Comparator.naturalOrder())
                .filter(oldest -> oldest.compareTo(starting) < 0)
                .filter(oldest -> places(List.of(oldest), RunQuery.ALL, null, 1).isEmpty());
    }

    private void addTo(List<String> places, String month, @Nullable String after, int limit) {
        Item partition = Item.EMPTY.with(":month", RunItems.listPartition(month));
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(store.tables().runs())
                .keyConditionExpression(after == null ? ALL : BEFORE)
                .expressionAttributeValues((after == null ? partition : partition.with(":after", after)).values())
                .scanIndexForward(false);
        Map<String, AttributeValue> next = Map.of();
        while (places.size() < limit) {
            query.limit(limit - places.size());
            QueryResponse page = store.query(next.isEmpty() ? query : query.exclusiveStartKey(next));
            page.items().forEach(item -> places.add(new Item(item).text("sk")));
            next = page.lastEvaluatedKey();
            if (next.isEmpty()) {
                return;
            }
        }
    }
}
