package com.sentori.contract.idempotency;

import com.sentori.contract.errors.ContractException;
import java.time.Instant;
import java.util.Optional;

/**
 * The answers that a backend's store keeps. Thread-safe; several server tasks may share one store. They are written by
 * the stores of the features, each in the transaction of its effect; one that finds the scope taken undoes its effect and
 * throws {@link AlreadyDone}.
 */
public interface Answers {
    /**
     * What is kept for a scope, whatever the body was.
     *
     * @param scope of an {@link IdempotencyKey}
     * @param now what is older than {@link KeptAnswer#TIME} is forgotten
     * @throws ContractException STORE_UNAVAILABLE if the store does not answer
     */
    Optional<KeptAnswer> find(String scope, Instant now);
}
