package com.sentori.lambda.bucket;

import com.sentori.contract.errors.ContractException;
import com.sentori.lambda.bucket.S3.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A bucket of S3. Faults of the service and broken connections are tried again while
 * {@link com.sentori.lambda.store.Patience} lasts, then every method throws {@link ContractException} STORE_UNAVAILABLE; a call
 * may therefore have been carried out twice. Thread-safe.
 */
public final class Bucket {
    private static final int MISSING = 404;
    private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>([^<]+)</UploadId>");
    /** What S3 says of parts that are not there, or not the ones that are named. */
    private static final Pattern NO_PARTS = Pattern.compile("<Code>(NoSuch[A-Za-z]+|InvalidPart)</Code>");

    private final S3 s3;

    /** The one behind these calls. */
    public Bucket(S3 s3) {
        this.s3 = s3;
    }

    /** Whether there is an object of this name. */
    public boolean has(String key) {
        Answer answer = s3.call(SdkHttpMethod.HEAD, key, Map.of(), Map.of(), new byte[0]);
        return answer.status() != MISSING && required(answer).isDone();
    }

    /** An object's bytes. */
    public Optional<byte[]> get(String key) {
        Answer answer = s3.call(SdkHttpMethod.GET, key, Map.of(), Map.of(), new byte[0]);
        return answer.status() == MISSING ? Optional.empty() : Optional.of(required(answer).body());
    }

    /** Keeps an object. */
    public void put(String key, byte[] bytes) {
        required(s3.call(SdkHttpMethod.PUT, key, Map.of(), Map.of(), bytes));
    }

    /** Forgets an object, also one that is not there. */
    public void delete(String key) {
        Answer answer = s3.call(SdkHttpMethod.DELETE, key, Map.of(), Map.of(), new byte[0]);
        if (answer.status() != MISSING) {
            required(answer);
        }
    }

    /**
     * Begins to upload an object in parts.
     *
     * @param headers that whoever fetches the object is to get
     */
    public Upload begin(String key, Map<String, String> headers) {
        Answer answer = required(s3.call(SdkHttpMethod.POST, key, Map.of("uploads", ""), headers, new byte[0]));
        Matcher id = UPLOAD_ID.matcher(answer.text());
        if (!id.find()) {
            throw ContractException.storeUnavailable(new IllegalStateException("S3 gave no id for an upload"));
        }
        return new Upload(key, id.group(1));
    }

    /**
     * Uploads a part: 5 MiB or more, but for the last.
     *
     * @param number from 1; a part that is uploaded again replaces the first one
     * @return its tag; empty if the upload is gone
     */
    public Optional<String> putPart(Upload upload, int number, byte[] bytes) {
        Answer answer = s3.call(SdkHttpMethod.PUT, upload.key(),
                Map.of("partNumber", Integer.toString(number), "uploadId", upload.id()), Map.of(), bytes);
        return answer.status() == MISSING
                ? Optional.empty()
                : Optional.of(required(answer).header("ETag").orElse(""));
    }

    /**
     * Makes the object of its parts.
     *
     * @param tags of all parts, in order
     * @return false if the upload or a part is gone
     */
    public boolean complete(Upload upload, List<String> tags) {
        StringBuilder parts = new StringBuilder("<CompleteMultipartUpload>");
        for (int i = 0; i < tags.size(); i++) {
            parts.append("<Part><PartNumber>")
                    .append(i + 1)
                    .append("</PartNumber><ETag>")
                    .append(tags.get(i).replace("\"", "&quot;"))
                    .append("</ETag></Part>");
        }
        parts.append("</CompleteMultipartUpload>");
        Answer answer = s3.call(SdkHttpMethod.POST, upload.key(), Map.of("uploadId", upload.id()),
                Map.of("Content-Type", "application/xml"), parts.toString().getBytes(StandardCharsets.UTF_8));
        if (!answer.isDone() && NO_PARTS.matcher(answer.text()).find()) {
            return false;
        }
        required(answer);
        return true;
    }

    /** Where anybody gets an object for so long; to be handed to the one who asked, and told to nobody else. */
    public URI presigned(String key, Duration time) {
        return s3.presigned(key, time);
    }

    /** Loads what a first call would load, and tries the line once; whether it holds is seen by that call. */
    public void rehearse() {
        try {
            s3.presigned("rehearsal", Duration.ofMinutes(1));
            has("rehearsal");
        } catch (RuntimeException e) {
            // It would fail in a request as well, and is answered there.
        }
    }

    private static Answer required(Answer answer) {
        if (!answer.isDone()) {
            throw ContractException.storeUnavailable(new IllegalStateException("S3 answered " + answer.status()));
        }
        return answer;
    }
}
