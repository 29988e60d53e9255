package com.sentori.lambda.bucket;

import com.sentori.contract.errors.ContractException;
import com.sentori.lambda.store.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Signed calls to a bucket, with the SDK's own signer and HTTP client but without its client for S3, which would make the
 * functions' archive half as large again. Thread-safe.
 */
public final class S3 {
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private final SdkHttpClient http;
    private final URI bucket;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * Calls to one bucket.
     *
     * @param http the line, which does not try again by itself
     * @param bucket its address, without a slash at the end
     * @param region by which it signs
     * @param credentials asked at each call
     */
    public S3(SdkHttpClient http, URI bucket, String region, AwsCredentialsProvider credentials) {
        this.http = http;
        this.bucket = bucket;
        this.region = region;
        this.credentials = credentials;
    }

    /**
     * What S3 said.
     *
     * @param status of HTTP
     * @param headers of HTTP
     * @param body all of it
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
    record Answer(int status, SdkHttpResponse headers, byte[] body) {
        /** An error may come with 200, where the answer was begun before it was known. */
        boolean isDone() {
            return status / 100 == 2 && !(body.length < 4_096 && text().contains("<Error>"));
        }

        boolean isPassing() {
            return status >= SERVER_FAULT || status == TOO_MANY || (status == 200 && !isDone());
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return headers.firstMatchingHeader(name);
        }
    }

    /** A call, tried again while there is time; the last answer, whatever it says. */
    Answer call(SdkHttpMethod method, String key, Map<String, String> query, Map<String, String> headers, byte[] body) {
        Patience patience = new Patience();
        while (true) {
            try {
                Answer answer = once(method, key, query, headers, body);
                if (!answer.isPassing() || !patience.pause()) {
                    return answer;
                }
            } catch (IOException | SdkException e) {
                if (!patience.pause()) {
                    throw ContractException.storeUnavailable(e);
                }
            }
        }
    }

    private Answer once(SdkHttpMethod method, String key, Map<String, String> query, Map<String, String> headers,
            byte[] body) throws IOException {
        SdkHttpRequest.Builder request = request(method, key);
        query.forEach(request::putRawQueryParameter);
        headers.forEach(request::putHeader);
        ContentStreamProvider payload = ContentStreamProvider.fromByteArrayUnsafe(body);
        boolean sends = method == SdkHttpMethod.PUT || method == SdkHttpMethod.POST;
        if (sends) {
            request.putHeader("Content-Length", Integer.toString(body.length));
        }
        SignedRequest signed = signer.sign(sign -> signing(sign, request.build()).payload(payload));
        HttpExecuteRequest.Builder sent = HttpExecuteRequest.builder().request(signed.request());
        HttpExecuteResponse answer = http
                .prepareRequest((sends ? sent.contentStreamProvider(payload) : sent).build())
                .call();
        return new Answer(answer.httpResponse().statusCode(), answer.httpResponse(), bytes(answer));
    }

    private static byte[] bytes(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return new byte[0];
        }
        try (InputStream body = answer.responseBody().get()) {
            return body.readAllBytes();
        }
    }

    /** The address of an object with a signature in it. */
    URI presigned(String key, Duration time) {
        return signer.sign(sign -> signing(sign, request(SdkHttpMethod.GET, key).build())
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, time)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)).request().getUri();
    }

    private SdkHttpRequest.Builder request(SdkHttpMethod method, String key) {
        return SdkHttpRequest.builder().method(method).uri(bucket).encodedPath(bucket.getRawPath() + "/" + key);
    }

    private SignRequest.Builder<AwsCredentials> signing(SignRequest.Builder<?> sign, SdkHttpRequest request) {
        @SuppressWarnings("unchecked") // the builder is that of whatever identity it is given
        SignRequest.Builder<AwsCredentials> mine = (SignRequest.Builder<AwsCredentials>) sign;
        return mine.identity(credentials.resolveCredentials())
                .request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                // S3 takes the path as it stands.
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
    }
}
