package com.sentori.lambda.coldstart;

import com.sentori.lambda.store.TableNames;
import com.sentori.lambda.store.Tables;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local, in memory, behind HTTP on loopback alone, with the tables of the product. */
public final class LoopbackDynamo implements AutoCloseable {
    private final Server server = new Server(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    private final LocalDynamoDBRequestHandler requests;

    /** Listens on a free port. */
    public LoopbackDynamo() throws Exception {
        this.requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
        server.setHandler(new LocalDynamoDBServerHandler(requests, null));
        server.start();
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            Tables.defined().createMissing(client, TableNames.STANDARD);
        }
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            requests.shutdown();
        }
    }
}
