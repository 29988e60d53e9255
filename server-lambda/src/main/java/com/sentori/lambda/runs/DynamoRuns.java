package com.sentori.lambda.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.pages.PageSize;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunQuery;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.runs.StartRequest;
import com.sentori.lambda.answers.DynamoAnswers;
import com.sentori.lambda.log.Head;
import com.sentori.lambda.log.Retention;
import com.sentori.lambda.log.RunLog;
import com.sentori.lambda.log.SensorIndex;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.tally.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Runs on DynamoDB: no scan and no secondary index, every promise rests on consistent reads of keys. */
public final class DynamoRuns implements Runs {
    private static final Comparator<Run> NEWEST_FIRST = Comparator.comparing(RunItems::place).reversed();
    /** Runs looked at for one page of those that meet a condition. */
    private static final int LOOKED_AT = 500;
    /** Runs read at once for a list: at their largest they fill a page. */
    private static final int LIST_STEP = 50;

    /** In months before, no function starts a run any more, whatever its clock says. */
    private static final Duration NO_START_SINCE = Duration.ofDays(2);

    private final Registry registry;
    private final Retention retention;
    private final SensorIndex sensors;
    private final StartedRuns started;
    private final RunList list;
    private final RunLog log;
    private final DynamoAnswers answers;
    private final Clock clock;

    /** Runs in this store, whose ends are kept by this log; those that start stay so long. */
    public DynamoRuns(Store store, RunLog log, DynamoAnswers answers, Retention retention, Clock clock) {
        this.registry = new Registry(store);
        this.retention = retention;
        this.sensors = new SensorIndex(store);
        this.started = new StartedRuns(store);
        this.list = new RunList(store);
        this.log = log;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public int countRunning() {
        return runningHeads(now()).size();
    }

    @Override
    public Optional<Run> start(String id, String username, StartRequest request, Instant now, int maxRunning,
            Memo<Run> memo) {
        Run run = new Run(id, username, RunStatus.RUNNING, now, null, null, null,
                new RunParams(id, request.sensorIds(), request.duration(), request.interval()), request.meta(), null);
        Head head = Head.starting(id, now, request.duration(), retention.until(now, request.duration()));
        Optional<TransactWriteItem> kept = memo.of(run).map(answers::write);
        do {
            // Read first, for a start that is refused to cost no transaction: those of many at a time are in each other's way.
            Set<String> known = registry.read().runIds();
            // Those that fill the set have perhaps ended or expired: these leave it now.
            if (known.size() >= maxRunning && leaveEnded(known, now).isEmpty()) {
                return Optional.empty();
            }
        } while (!registry.enter(run, head, maxRunning, kept));
        sensors.announce(head, request.sensorIds());
        Tally.runStarted(id);
        return Optional.of(run);
    }

    @Override
    public List<Run> running() {
        return withParams(runningHeads(now())).stream().sorted(NEWEST_FIRST).toList();
    }

    @Override
    public Optional<Run> find(String id) {
        return log.head(id, now()).flatMap(head -> withParams(List.of(head)).stream().findFirst());
    }

    @Override
    public Slice<Run> newestFirst(RunQuery query, @Nullable String after, int limit) {
        // One more than is looked at says whether there are more.
        int most = query.isSelective() ? LOOKED_AT : limit;
        List<String> places = list.places(registry.read().months(), query, after, most + 1);
        List<Slice.Entry<Run>> entries = new ArrayList<>();
        long bytes = 0;
        int read = 0;
        // What lies beyond a page's size would be cut off: it is not read.
        while (read < Math.min(most, places.size()) && bytes <= PageSize.MAX_BYTES && entries.size() < limit) {
            List<String> step = places.subList(read, Math.min(read + LIST_STEP, Math.min(most, places.size())));
            for (Run run : at(step)) {
                if (entries.size() < limit && query.matches(run)) {
                    entries.add(new Slice.Entry<>(run, RunItems.place(run)));
                    bytes += Json.bytes(run).length;
                }
            }
            read += step.size();
        }
        String last = read == 0 ? null : places.get(read - 1);
        if (query.isSelective() && entries.size() == limit) {
            last = entries.getLast().position();
        }
        return new Slice<>(entries, places.isEmpty() || places.getLast().equals(last) ? null : last);
    }

    @Override
    public Run finish(String id, Ending ending, Memo<Run> memo) {
        RunLog.End end = log.end(id, ending, UUID.randomUUID().toString());
        if (end.own()) {
            registry.leave(Set.of(id));
        }
        Run run = withParams(List.of(end.head())).stream()
                .findFirst()
                .orElseThrow(() -> ContractException.runNotFound(id));
        if (!end.own() && !Ending.isRepeat(run, ending)) {
            throw ContractException.runNotRunning(id);
        }
        // After a crash before this line, the next try finds the run ended as it wants, and keeps the same answer.
        memo.of(run).ifPresent(answers::keep);
        return run;
    }

    @Override
    public int interruptAll(Instant now, Memo<Integer> memo) {
        Set<String> running = registry.read().runIds();
        Set<String> wanted = memo.key().map(key -> answers.reserve(key, now, running)).orElse(running);
        // The token of the call: whoever carries on after a crash counts what the first one ended as its own.
        String token = memo.key().map(IdempotencyKey::scope).orElseGet(() -> UUID.randomUUID().toString());
        Ending ending = Ending.interrupted(now);
        Set<String> own = wanted.stream()
                .filter(id -> endsNow(id, ending, token))
                .collect(Collectors.toSet());
        registry.leave(own);
        memo.of(own.size()).ifPresent(answers::complete);
        return own.size();
    }

    private boolean endsNow(String id, Ending ending, String token) {
        try {
            return log.end(id, ending, token).own();
        } catch (ContractException e) {
            if (e.code() == ErrorCode.RUN_NOT_FOUND) {
                return false; // its time in the store was over before anyone met it
            }
            throw e;
        }
    }

    /**
     * What a schedule calls now and then: abandoned runs expire, ends that were left half done are completed, and what
     * the store has deleted is forgotten. Nothing depends on it.
     *
     * @return how many runs are RUNNING
     */
    public int tidyUp() {
        int running = countRunning();
        String starting = RunItems.monthOf(Timestamps.write(now().minus(NO_START_SINCE)));
        list.emptied(registry.read().months(), starting).ifPresent(registry::forget);
        return running;
    }

    /** The heads of those RUNNING; the others leave the registry. */
    private List<Head> runningHeads(Instant now) {
        Set<String> known = registry.read().runIds();
        List<Head> heads = log.heads(known, now);
        leave(known, heads);
        List<Head> running = heads.stream().filter(Head::isRunning).toList();
        Tally.running(running.size());
        return running;
    }

    private Set<String> leaveEnded(Set<String> known, Instant now) {
        return leave(known, log.heads(known, now));
    }

    /** Those that have ended leave, and those whose heads are gone: they entered in one step with their heads. */
    private Set<String> leave(Set<String> known, List<Head> heads) {
        Set<String> over = new HashSet<>(known);
        heads.stream().filter(head -> !head.isEnded()).map(Head::runId).forEach(over::remove);
        registry.leave(over);
        return over;
    }

    private List<Run> at(List<String> places) {
        List<String> ids = places.stream().map(RunItems::idAt).toList();
        Map<String, Run> byId = withParams(log.heads(ids, now())).stream()
                .collect(Collectors.toMap(Run::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<Run> withParams(Collection<Head> heads) {
        Map<String, Run> byId = started.get(heads.stream().map(Head::runId).toList());
        return heads.stream()
                .filter(head -> byId.containsKey(head.runId()))
                .map(head -> RunItems.of(Objects.requireNonNull(byId.get(head.runId())), head))
                .toList();
    }

    private Instant now() {
        return Timestamps.now(clock);
    }
}
