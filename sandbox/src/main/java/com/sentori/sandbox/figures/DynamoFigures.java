package com.sentori.sandbox.figures;

import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What {@code AWS/DynamoDB} says of a call. */
final class DynamoFigures {
    private static final String NAMESPACE = "AWS/DynamoDB";
    private static final String TABLE = "TableName";

    private DynamoFigures() {}

    /** Of one that succeeded. */
    static List<Datum> of(String operation, Instant time, double milliseconds, SdkPojo answer) {
        boolean reads = operation.contains("Get") || operation.equals("Query") || operation.equals("Scan");
        String units = reads ? "ConsumedReadCapacityUnits" : "ConsumedWriteCapacityUnits";
        List<Datum> data = new ArrayList<>();
        for (ConsumedCapacity consumed : consumed(answer)) {
            String table = consumed.tableName();
            Map<String, String> call = Map.of(TABLE, table, "Operation", operation);
            data.add(figure("SuccessfulRequestLatency", call, "Milliseconds", time, milliseconds));
            value(answer, "Count").ifPresent(
                    items -> data
                            .add(figure("ReturnedItemCount", call, "Count", time, ((Number) items).doubleValue())));
            Capacity own = consumed.table();
            Double all = own == null ? consumed.capacityUnits() : own.capacityUnits();
            data.add(figure(units, Map.of(TABLE, table), "Count", time, all == null ? 0 : all));
            consumed.globalSecondaryIndexes()
                    .forEach((index, part) -> data.add(figure(units,
                            Map.of(TABLE, table, "GlobalSecondaryIndexName", index), "Count", time,
                            part.capacityUnits())));
        }
        return data;
    }

    /** Of one that failed. */
    static List<Datum> of(String operation, Instant time, SdkPojo request, DynamoDbException fault) {
        if (fault.isThrottlingException()) {
            return tables(request).stream()
                    .map(table -> figure("ThrottledRequests", Map.of(TABLE, table, "Operation", operation), "Count",
                            time, 1))
                    .toList();
        }
        return switch (fault) {
            case ConditionalCheckFailedException _ -> tables(request).stream()
                    .map(table -> figure("ConditionalCheckFailedRequests", Map.of(TABLE, table), "Count", time, 1))
                    .toList();
            case TransactionCanceledException cancelled -> cancelled(request, cancelled, time);
            default -> List.of();
        };
    }

    /** The reasons are in the order of the request's items. */
    private static List<Datum> cancelled(SdkPojo request, TransactionCanceledException fault, Instant time) {
        List<Datum> data = new ArrayList<>();
        List<?> items = value(request, "TransactItems").orElse(List.of()) instanceof List<?> all ? all : List.of();
        for (int i = 0; i < Math.min(items.size(), fault.cancellationReasons().size()); i++) {
            String name = switch (String.valueOf(fault.cancellationReasons().get(i).code())) {
                case "ConditionalCheckFailed" -> "ConditionalCheckFailedRequests";
                case "TransactionConflict" -> "TransactionConflict";
                default -> "";
            };
            if (!name.isEmpty() && items.get(i) instanceof SdkPojo item) {
                tables(item).forEach(table -> data.add(figure(name, Map.of(TABLE, table), "Count", time, 1)));
            }
        }
        return data;
    }

    private static List<ConsumedCapacity> consumed(SdkPojo answer) {
        return switch (value(answer, "ConsumedCapacity").orElse(List.of())) {
            case ConsumedCapacity one -> List.of(one);
            case Collection<?> several -> several.stream().map(ConsumedCapacity.class::cast).toList();
            default -> List.of();
        };
    }

    /** The tables that a request, or a part of it, names. */
    private static Set<String> tables(SdkPojo of) {
        Set<String> tables = new HashSet<>();
        of.sdkFields().forEach(field -> {
            Object value = field.getValueOrDefault(of);
            if (field.memberName().equals(TABLE) && value != null) {
                tables.add(value.toString());
            } else if (field.memberName().equals("RequestItems") && value instanceof Map<?, ?> byTable) {
                byTable.keySet().forEach(table -> tables.add(table.toString()));
            } else {
                parts(value).filter(part -> !(part instanceof AttributeValue))
                        .forEach(part -> tables.addAll(tables(part)));
            }
        });
        return tables;
    }

    private static Stream<SdkPojo> parts(@Nullable Object value) {
        return switch (value) {
            case SdkPojo part -> Stream.of(part);
            case Collection<?> parts -> parts.stream().filter(SdkPojo.class::isInstance).map(SdkPojo.class::cast);
            case null, default -> Stream.of();
        };
    }

    private static Optional<Object> value(SdkPojo of, String member) {
        return of.sdkFields()
                .stream()
                .filter(field -> field.memberName().equals(member))
                .findFirst()
                .map(field -> field.getValueOrDefault(of));
    }

    private static Datum figure(String name, Map<String, String> dimensions, String unit, Instant time, double value) {
        return Datum.of(Metric.of(NAMESPACE, name, dimensions), unit, time, value);
    }
}
