package com.sentori.contract.idempotency;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.Call;
import com.sentori.contract.json.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What makes two requests the same call. Both parts are SHA-256 in hex, so that a store keeps neither the client's key nor
 * its data, and all are of one length.
 *
 * @param scope of user, method, path and the key that the client gave
 * @param digest of the body's bytes
 */
public record IdempotencyKey(String scope, String digest) {
    /** The header that brings it. */
    public static final String HEADER = "Idempotency-Key";
    /** The longest key, in code points. */
    public static final int MAX_LENGTH = 128;

    /**
     * The key of a call; empty where its client gave none.
     *
     * @throws ContractException VALIDATION_FAILED if it is empty or too long
     */
    public static Optional<IdempotencyKey> of(Call call) {
        String key = call.request().header(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (key.isEmpty() || Text.length(key) > MAX_LENGTH) {
            throw ContractException.invalid(HEADER, "must be 1 to " + MAX_LENGTH + " characters");
        }
        // None of the parts before the key can hold the separator.
        String scope = String.join("\n", call.user(), call.request().method(), call.request().path(), key);
        return Optional.of(new IdempotencyKey(sha256(scope.getBytes(StandardCharsets.UTF_8)), sha256(call.body())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
