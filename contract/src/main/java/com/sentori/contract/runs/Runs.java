package com.sentori.contract.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.pages.NumberedPage;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.Memo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a backend's store. Thread-safe; several server tasks may share one store.
 *
 * <p>
 * Every method first ends, in the store, the expired runs that it meets ({@link Lifecycle}): none returns an
 * expired run as RUNNING or counts it. Every method throws {@link ContractException} STORE_UNAVAILABLE if
 * the store does not answer. {@code grafanaUrl} is null in what it returns; the pipeline fills it in.
 */
public interface Runs {
    /** How many are RUNNING. Costs O(running), never a scan. */
    int countRunning();

    /**
     * Starts a run if fewer than {@code maxRunning} are RUNNING, exactly, whatever the concurrency.
     *
     * @param memo what is kept with the start
     * @return the run, or empty at the limit
     * @throws AlreadyDone if the memo's scope is taken; then nothing was started
     */
    Optional<Run> start(String id, String username, StartRequest request, Instant now, int maxRunning,
            Memo<Run> memo);

    /** Those RUNNING, newest first. Costs O(running). */
    List<Run> running();

    /** The run of this id. */
    Optional<Run> find(String id);

    /**
     * Runs, newest first (by start, then id), with no gap and no repeat over the slices also while runs
     * are added. A store that would have to look at too many in vain stops before and says where to go on.
     *
     * @param query which runs
     * @param after position of the last run seen; null from the newest
     * @param limit at most so many
     */
    Slice<Run> newestFirst(RunQuery query, @Nullable String after, int limit);

    /**
     * The same by the number of a page. Only where {@link com.sentori.contract.http.Feature#PAGES} is announced.
     *
     * @param number from 0
     */
    default NumberedPage<Run> page(RunQuery query, long number, int size) {
        throw new UnsupportedOperationException("pages by number are not announced");
    }

    /**
     * Ends a run. Of N concurrent callers one ends it. Serialised with ingest: after the end is visible nothing
     * more is stored.
     *
     * @param memo what is kept with the end, also if it ended before
     * @return the run as this call ended it, or as it was already if it had ended before with
     *         {@link Ending#isRepeat the same result}
     * @throws ContractException RUN_NOT_FOUND, or RUN_NOT_RUNNING if it ended otherwise
     * @throws AlreadyDone if the memo's scope is taken
     */
    Run finish(String id, Ending ending, Memo<Run> memo);

    /**
     * Ends all that are RUNNING with {@link Ending#interrupted}.
     *
     * @param memo what is kept with it
     * @return how many it ended; a run that ends meanwhile by itself does not count
     * @throws AlreadyDone if the memo's scope is taken; then it ended none
     */
    int interruptAll(Instant now, Memo<Integer> memo);
}
