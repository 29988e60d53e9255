package com.sentori.lambda.bucket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** S3's language on a port of loopback, the objects in a folder. */
public final class LocalBucket implements AutoCloseable {
    /** What happens to a call. */
    public enum Fate {
        /** It is carried out and answered. */
        ANSWERED,
        /** It is carried out, but the line breaks before the answer. */
        ANSWER_LOST,
        /** It never arrives. */
        LOST
    }

    private final BlobStoreContext files;
    private final S3Proxy server;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    public LocalBucket(Path folder) throws Exception {
        Properties where = new Properties();
        where.setProperty("jclouds.filesystem.basedir", folder.toString());
        this.files = ContextBuilder.newBuilder(new FilesystemNio2BlobProviderMetadata())
                .credentials("none", "none")
                .overrides(where)
                .build(BlobStoreContext.class);
        this.server = S3Proxy.builder()
                .blobStore(files.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "id", "secret")
                .build();
        files.getBlobStore().createContainerInLocation(null, "reports");
        server.start();
    }

    /** The bucket. */
    public Bucket bucket() {
        return bucket("secret", call -> Fate.ANSWERED);
    }

    /** The bucket for one who signs with this, over a line that breaks where a test says so. */
    public Bucket bucket(String secret, IntFunction<Fate> fates) {
        return new Bucket(new S3(new Line(fates), URI.create("http://127.0.0.1:" + server.getPort() + "/reports"),
                "eu-central-1", StaticCredentialsProvider.create(AwsBasicCredentials.create("id", secret))));
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
        files.close();
        http.close();
    }

    private final class Line implements SdkHttpClient {
        private final AtomicInteger calls = new AtomicInteger();
        private final IntFunction<Fate> fates;

        Line(IntFunction<Fate> fates) {
            this.fates = fates;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            Fate fate = fates.apply(calls.incrementAndGet());
            ExecutableHttpRequest real = http.prepareRequest(request);
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    if (fate == Fate.LOST) {
                        throw new IOException("the line broke");
                    }
                    HttpExecuteResponse answer = real.call();
                    if (fate == Fate.ANSWER_LOST) {
                        if (answer.responseBody().isPresent()) {
                            answer.responseBody().get().readAllBytes();
                        }
                        throw new IOException("the line broke");
                    }
                    return answer;
                }

                @Override
                public void abort() {
                    real.abort();
                }
            };
        }

        @Override
        public void close() {
            // the line is that of all
        }
    }
}
