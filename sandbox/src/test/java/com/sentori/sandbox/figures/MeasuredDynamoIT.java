package com.sentori.sandbox.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.sandbox.metrics.Aggregate;
import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import com.sentori.sandbox.metrics.Window;
import com.sentori.sandbox.stores.Dynamo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class MeasuredDynamoIT {
    private static final String TABLE = "SensorData";
    private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("a"), "sk",
            AttributeValue.fromS("b"), "text", AttributeValue.fromS("x".repeat(3_000)));
    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("a"), "sk",
            AttributeValue.fromS("b"));

    private final Metrics metrics = new Metrics(Clock.systemUTC(), Limits.STANDARD);
    @TempDir
    private Path folder;

    @Test
    void what_calls_consume_is_measured_and_their_answers_are_as_before() throws Exception {
        try (Dynamo dynamo = new Dynamo(folder)) {
            DynamoDbClient client = MeasuredDynamo.around(dynamo.client(), metrics, Clock.systemUTC());
            client.putItem(put -> put.tableName(TABLE).item(ITEM));
            client.transactWriteItems(all -> all.transactItems(
                    TransactWriteItem.builder().put(put -> put.tableName(TABLE).item(ITEM)).build()));
            assertThat(client.getItem(get -> get.tableName(TABLE).key(KEY).consistentRead(true)).item())
                    .isEqualTo(ITEM);
            assertThat(client.queryPaginator(query -> query.tableName(TABLE)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("a")))).items()).hasSize(1);
            assertThatExceptionOfType(ConditionalCheckFailedException.class).isThrownBy(() -> client.putItem(
                    put -> put.tableName(TABLE).item(ITEM).conditionExpression("attribute_not_exists(pk)")));
            assertThatExceptionOfType(TransactionCanceledException.class).isThrownBy(
                    () -> client.transactWriteItems(all -> all.transactItems(TransactWriteItem.builder()
                            .put(put -> put.tableName(TABLE).item(ITEM).conditionExpression("attribute_not_exists(pk)"))
                            .build())));
            assertThat(client.listTables().tableNames()).contains(TABLE);
        }

        assertThat(figure("ConsumedWriteCapacityUnits", Map.of()).sum()).isEqualTo(3 + 6);
        assertThat(figure("ConsumedReadCapacityUnits", Map.of()).sum()).isEqualTo(1 + 0.5);
        assertThat(figure("ConditionalCheckFailedRequests", Map.of()).sum()).isEqualTo(2);
        assertThat(figure("ReturnedItemCount", Map.of("Operation", "Query")).sum()).isEqualTo(1);
        for (String operation : new String[]{"PutItem", "TransactWriteItems", "GetItem", "Query"}) {
            assertThat(figure("SuccessfulRequestLatency", Map.of("Operation", operation)).count()).isEqualTo(1);
        }
    }

    private Aggregate figure(String name, Map<String, String> more) {
        Map<String, String> dimensions = new HashMap<>(more);
        dimensions.put("TableName", TABLE);
        long now = Instant.now().getEpochSecond();
        return metrics
                .read(Metric.of("AWS/DynamoDB", name, dimensions), null, new Window(now - 3_600, now + 60, 86_400))
                .values()
                .stream()
                .reduce(new Aggregate(), Aggregate::add);
    }
}
