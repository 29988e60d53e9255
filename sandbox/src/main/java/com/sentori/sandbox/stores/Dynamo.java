package com.sentori.sandbox.stores;

import com.sentori.lambda.store.TableNames;
import com.sentori.lambda.store.Tables;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local in this process, without a listener, kept in a file of the folder. */
public final class Dynamo implements AutoCloseable {
    private static final Boolean NO_TELEMETRY = true;

    private final AmazonDynamoDBLocal local;
    private final DynamoDbClient client;

    /** Opens it and creates the tables that are not there yet. */
    public Dynamo(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.local = open(new File(folder.toFile(), "local.db"));
        this.client = local.dynamoDbClient();
        Tables.defined().createMissing(client, TableNames.STANDARD);
    }

    private static AmazonDynamoDBLocal open(File file) {
        writeAhead(file);
        try {
            return DynamoDBEmbedded.create(file, NO_TELEMETRY);
        } catch (RuntimeException | LinkageError e) {
            // Its SQLite comes for some platforms only.
            System.err.println("DynamoDB Local cannot write to disk on this platform (" + e.getMessage()
                    + "): the serverless backend forgets its data when the sandbox ends.");
            return DynamoDBEmbedded.create(NO_TELEMETRY);
        }
    }

    /**
     * Has its SQLite write ahead, which the file remembers: a commit is then one wait for the disk instead of four, and as
     * durable. By another driver than its own, which does not bear to be loaded by us first.
     */
    private static void writeAhead(File file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLException | LinkageError e) {
            System.err.println("DynamoDB Local's file cannot be made to write ahead (" + e.getMessage()
                    + "): the serverless backend is slower.");
        }
    }

    /** The client for the handlers. */
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        local.shutdown();
    }
}
