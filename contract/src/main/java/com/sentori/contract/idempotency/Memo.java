package com.sentori.contract.idempotency;

import com.sentori.contract.http.ApiResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a store is to keep with the effect of a call: in the same transaction, so that there is never one without the other.
 *
 * @param <T> what the effect results in
 */
public final class Memo<T> {
    private final @Nullable IdempotencyKey key;
    private final Instant at;
    private final Function<T, ApiResponse> answer;

    private Memo(@Nullable IdempotencyKey key, Instant at, Function<T, ApiResponse> answer) {
        this.key = key;
        this.at = at;
        this.answer = answer;
    }

    /** The answer to this call is to be kept, done at this time. */
    public static <T> Memo<T> of(IdempotencyKey key, Instant at, Function<T, ApiResponse> answer) {
        return new Memo<>(key, at, answer);
    }

    /** Nothing is to be kept. */
    public static <T> Memo<T> none() {
        return new Memo<>(null, Instant.EPOCH, result -> {
            throw new IllegalStateException("nobody asks for this answer");
        });
    }

    /** The call's key; empty if nothing is to be kept. */
    public Optional<IdempotencyKey> key() {
        return Optional.ofNullable(key);
    }

    /** What is to be kept with this result; empty if nothing is. */
    public Optional<KeptAnswer> of(T result) {
        return key().map(wanted -> KeptAnswer.of(wanted, at, answer.apply(result)));
    }
}
