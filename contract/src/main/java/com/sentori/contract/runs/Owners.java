package com.sentori.contract.runs;

import com.sentori.contract.auth.Role;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.Call;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose runs are whose. A run's user never changes: the store is asked once for each run, and not at all for callers who may
 * write to every run. Thread-safe.
 */
public final class Owners {
    private static final int MOST_KNOWN = 10_000;

    private final Runs runs;
    private final Map<String, String> users = new ConcurrentHashMap<>();

    /** Of the runs of this store. */
    public Owners(Runs runs) {
        this.runs = runs;
    }

    /**
     * Sees to it that the caller may write to a run.
     *
     * @throws ContractException FORBIDDEN if it is another's and the caller no admin; RUN_NOT_FOUND if there is none
     */
    public void require(Call call, String runId) {
        if (!call.caller().is(Role.ADMIN) && !call.user().equals(user(runId))) {
            throw ContractException.of(ErrorCode.FORBIDDEN,
                    "This run is another user's: feeding and ending it needs the role " + Role.ADMIN.wireName() + ".");
        }
    }

    private String user(String runId) {
        String known = users.get(runId);
        if (known != null) {
            return known;
        }
        String user = runs.find(runId).orElseThrow(() -> ContractException.runNotFound(runId)).username();
        if (users.size() >= MOST_KNOWN) {
            users.clear();
        }
        users.put(runId, user);
        return user;
    }
}
