package com.sentori.lambda.store;

import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import java.io.File;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in this process, with the tables of the product. */
public final class LocalDynamo implements AutoCloseable {
    private static final Boolean NO_TELEMETRY = true;

    private final AmazonDynamoDBLocal local;
    private final DynamoDbClient client;

    private LocalDynamo(AmazonDynamoDBLocal local) {
        this.local = local;
        this.client = local.dynamoDbClient();
        Tables.defined().createMissing(client, TableNames.STANDARD);
    }

    /** One that forgets. */
    public static LocalDynamo inMemory() {
        return new LocalDynamo(DynamoDBEmbedded.create(NO_TELEMETRY));
    }

    /** One that keeps its data in this folder. */
    public static LocalDynamo in(Path folder) {
        return new LocalDynamo(DynamoDBEmbedded.create(new File(folder.toFile(), "local.db"), NO_TELEMETRY));
    }

    /** Its client. */
    public DynamoDbClient client() {
        return client;
    }

    /** A store on it. */
    public Store store() {
        return new Store(client, TableNames.STANDARD);
    }

    @Override
    public void close() {
        local.shutdown();
    }
}
