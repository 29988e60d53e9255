package com.sentori.contract.idempotency;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Call;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does a call with a key once and gives its answer again. A call is not looked up before it is done: the store notices the
 * repeat in the transaction of the effect, so that a first try costs nothing more.
 *
 * @param answers what was answered before
 */
public record Once(Answers answers) {
    /**
     * Does it, or gives the answer that it was given before.
     *
     * @param now when
     * @param answer the answer to a result, the same for the same result
     * @param effect does it; may throw {@link AlreadyDone}, and a {@link ContractException} that also a repeat may meet:
     *        the run that the first try finished has ended
     * @throws ContractException what the effect throws; IDEMPOTENCY_KEY_REUSED if the key came before with another body
     */
    public <T> ApiResponse answer(Call call, Instant now, Function<T, ApiResponse> answer,
            Function<Memo<T>, T> effect) {
        Optional<IdempotencyKey> given = IdempotencyKey.of(call);
        if (given.isEmpty()) {
            return answer.apply(effect.apply(Memo.none()));
        }
        IdempotencyKey key = given.get();
        try {
            return answer.apply(effect.apply(Memo.of(key, now, answer)));
        } catch (AlreadyDone repeat) {
            // Gone meanwhile: its 24 hours ended in between.
            return before(key, now).orElseThrow(() -> ContractException.of(ErrorCode.OVERLOADED,
                    "The same call is being answered at this moment; try again."));
        } catch (ContractException refusal) {
            if (refusal.code().status() >= 500) {
                throw refusal;
            }
            return before(key, now).orElseThrow(() -> refusal);
        }
    }

    private Optional<ApiResponse> before(IdempotencyKey key, Instant now) {
        Optional<KeptAnswer> kept = answers.find(key.scope(), now);
        if (kept.isPresent() && !kept.get().key().digest().equals(key.digest())) {
            throw ContractException.of(ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This idempotency key came before with another body: give each call a key of its own.");
        }
        return kept.map(KeptAnswer::toResponse);
    }
}
