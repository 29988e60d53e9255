package com.sentori.lambda.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.lambda.store.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketIT {
    private static final byte[] BYTES = "some bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private LocalBucket local;

    @BeforeEach
    void open() throws Exception {
        local = new LocalBucket(folder);
    }

    @AfterEach
    void close() throws Exception {
        local.close();
    }

    @Test
    void keeps_objects_and_forgets_them() {
        Bucket bucket = local.bucket();
        assertThat(bucket.has("a/b")).isFalse();
        assertThat(bucket.get("a/b")).isEmpty();
        bucket.put("a/b", BYTES);
        assertThat(bucket.has("a/b")).isTrue();
        assertThat(bucket.get("a/b")).hasValue(BYTES);
        bucket.delete("a/b");
        bucket.delete("a/b");
        assertThat(bucket.has("a/b")).isFalse();
    }

    @Test
    void shows_an_upload_when_it_is_complete_and_not_before() throws Exception {
        Bucket bucket = local.bucket();
        Upload upload = bucket.begin("r.zip", Map.of("Content-Type", "application/zip"));
        String first = bucket.putPart(upload, 1, new byte[5 * 1024 * 1024]).orElseThrow();
        String second = bucket.putPart(upload, 2, BYTES).orElseThrow();
        assertThat(bucket.has("r.zip")).isFalse();
        assertThat(bucket.complete(upload, List.of(first, second))).isTrue();
        assertThat(bucket.get("r.zip").orElseThrow()).hasSize(5 * 1024 * 1024 + BYTES.length).endsWith(BYTES);
        assertThat(bucket.complete(upload, List.of(first, second))).isFalse();

        HttpResponse<byte[]> fetched = fetch(bucket.presigned("r.zip", Duration.ofMinutes(5)));
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).endsWith(BYTES);
        assertThat(fetched.headers().firstValue("Content-Type")).hasValue("application/zip");
    }

    @Test
    void an_address_is_good_for_its_object_alone_and_not_without_its_signature() throws Exception {
        Bucket bucket = local.bucket();
        bucket.put("mine", BYTES);
        bucket.put("other", BYTES);
        URI mine = bucket.presigned("mine", Duration.ofMinutes(5));
        assertThat(mine.getQuery()).contains("X-Amz-Expires=300");
        assertThat(fetch(mine).body()).isEqualTo(BYTES);
        assertThat(fetch(URI.create(mine.toString().replace("/mine?", "/other?"))).statusCode()).isEqualTo(403);
        assertThat(fetch(URI.create(mine.toString().replaceAll("\\?.*", ""))).statusCode()).isEqualTo(403);
    }

    @Test
    void a_line_that_breaks_is_tried_again_and_a_refusal_is_not() {
        Bucket broken = local.bucket("secret", call -> switch (call % 3) {
            case 1 -> LocalBucket.Fate.LOST;
            case 2 -> LocalBucket.Fate.ANSWER_LOST;
            default -> LocalBucket.Fate.ANSWERED;
        });
        broken.put("a", BYTES);
        assertThat(broken.get("a")).hasValue(BYTES);
        refuses(local.bucket("wrong", call -> LocalBucket.Fate.ANSWERED));
        refuses(local.bucket("secret", call -> LocalBucket.Fate.LOST));
    }

    private static void refuses(Bucket bucket) {
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(100), () -> bucket.get("a")))
                .returns(ErrorCode.STORE_UNAVAILABLE, ContractException::code);
    }

    private static HttpResponse<byte[]> fetch(URI address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }
}
