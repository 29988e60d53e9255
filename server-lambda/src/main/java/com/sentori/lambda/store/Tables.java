package com.sentori.lambda.store;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The tables as {@code tables.json} defines them: the one definition, which the sandbox creates and which
 * provisioned tables are compared with.
 *
 * @param tables all of them
 */
public record Tables(List<Table> tables) {
    /** Keeps its own copy. */
    public Tables {
        tables = List.copyOf(tables);
    }

    /**
     * One table; both keys are texts.
     *
     * @param name where nothing else is configured
     * @param partitionKey the attribute
     * @param sortKey the attribute
     * @param billing the mode, as DynamoDB calls it
     * @param timeToLive the attribute that holds the second from which an item may go
     */
    public record Table(String name, String partitionKey, String sortKey, String billing, String timeToLive) {}

    /** Reads the definition. */
    public static Tables defined() {
        try (InputStream json = Objects.requireNonNull(Tables.class.getResourceAsStream("tables.json"))) {
            return Json.read(json.readAllBytes(), Tables.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates those that are not there yet, and waits until they can be used. */
    public void createMissing(DynamoDbClient client, TableNames names) {
        for (Table table : tables) {
            String name = names.of(table.name());
            try {
                create(client, name, table);
            } catch (ResourceInUseException e) {
                continue; // it is there already
            }
            client.waiter().waitUntilTableExists(wanted -> wanted.tableName(name));
            client.updateTimeToLive(ttl -> ttl.tableName(name)
                    .timeToLiveSpecification(spec -> spec.enabled(true).attributeName(table.timeToLive())));
        }
    }

    private static void create(DynamoDbClient client, String name, Table table) {
        client.createTable(wanted -> wanted.tableName(name)
                .billingMode(table.billing())
                .keySchema(key(table.partitionKey(), KeyType.HASH), key(table.sortKey(), KeyType.RANGE))
                .attributeDefinitions(text(table.partitionKey()), text(table.sortKey())));
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder().attributeName(attribute).attributeType(ScalarAttributeType.S).build();
    }
}
