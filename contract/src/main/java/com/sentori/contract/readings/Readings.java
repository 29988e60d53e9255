package com.sentori.contract.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.Memo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a backend's store. Thread-safe; several server tasks may share one store.
 *
 * <p>
 * Each run numbers its readings from 1 in the order of their arrival; the number becomes visible in that order,
 * so that whoever has seen number n has seen, or can see, all before it. Every method throws
 * {@link ContractException} STORE_UNAVAILABLE if the store does not answer.
 */
public interface Readings {
    /**
     * Stores readings of one run, all or nothing. They are durable when it returns. Serialised with the end of
     * the run.
     *
     * @param receivedAt their arrival, which also keeps the run from expiring
     * @param memo what is kept with them
     * @return them as stored, in the order given
     * @throws ContractException RUN_NOT_FOUND, or RUN_NOT_RUNNING if it has ended or expired
     * @throws AlreadyDone if the memo's scope is taken; then nothing was stored
     */
    List<Reading> append(String runId, List<NewReading> readings, Instant receivedAt, Memo<List<Reading>> memo);

    /**
     * The run's readings in the order of arrival. Sees whatever was acknowledged before the call.
     *
     * @param after position of the last one seen (a number as text); null from the first
     * @param limit at most so many
     */
    Slice<Reading> tail(String runId, @Nullable String after, int limit);

    /**
     * Readings by search: newest run first, within a run in reverse order of arrival.
     *
     * @param after position of the last one seen; null from the newest
     * @param limit at most so many
     */
    Slice<Reading> search(ReadingQuery query, @Nullable String after, int limit);
}
