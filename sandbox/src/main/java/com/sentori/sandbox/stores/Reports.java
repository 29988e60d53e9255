package com.sentori.sandbox.stores;

import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.bucket.S3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The bucket of large reports: S3's language on a port of loopback, the objects as files of the folder. Its key is made by chance
 * with the folder and lies in it, for its owner alone to read.
 */
public final class Reports implements AutoCloseable {
    /** What the bucket is called. */
    public static final String NAME = "reports";

    private static final int KEY_BYTES = 20;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration CALL = Duration.ofSeconds(10);

    private final BlobStoreContext files;
    private final S3Proxy server;
    private final SdkHttpClient http;
    private final Bucket bucket;

    /** Listens, with the bucket made if it was not there yet. */
    public Reports(Path folder, int port) throws IOException {
        Path objects = Files.createDirectories(folder.resolve("objects"));
        expire(objects, Instant.now().minus(KEPT));
        AwsBasicCredentials key = key(folder.resolve("key"));
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        Properties where = new Properties();
        where.setProperty("jclouds.filesystem.basedir", objects.toString());
        this.files = ContextBuilder.newBuilder(new FilesystemNio2BlobProviderMetadata())
                .credentials("none", "none")
                .overrides(where)
                .build(BlobStoreContext.class);
        this.server = S3Proxy.builder()
                .blobStore(files.getBlobStore())
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V4, key.accessKeyId(), key.secretAccessKey())
                // Whoever has the address may fetch, from whichever page: the signature is the key.
                .corsRules(new CrossOriginResourceSharing())
                .build();
        this.http = UrlConnectionHttpClient.builder().socketTimeout(CALL).build();
        files.getBlobStore().createContainerInLocation(null, NAME);
        start();
        this.bucket = new Bucket(
                new S3(http, endpoint.resolve("/" + NAME), "local", StaticCredentialsProvider.create(key)));
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            files.close();
            throw new IOException("S3 does not start: " + e.getMessage(), e);
        }
    }

    /** The bucket, for the functions. */
    public Bucket bucket() {
        return bucket;
    }

    /** As the lifecycle of a bucket does it, which S3Proxy does not have: also of uploads that a crash left. */
    private static void expire(Path objects, Instant limit) throws IOException {
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static AwsBasicCredentials key(Path file) throws IOException {
        if (!Files.exists(file)) {
            Path made = Files.createTempFile(file.getParent(), "key", ".new");
            if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(made, List.of(random(), random()));
            Files.move(made, file);
        }
        List<String> words = Files.readAllLines(file);
        return AwsBasicCredentials.create(words.get(0), words.get(1));
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("S3 did not end: " + e.getMessage(), e);
        } finally {
            http.close();
            files.close();
        }
    }
}
