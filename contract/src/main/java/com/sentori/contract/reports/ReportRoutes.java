package com.sentori.contract.reports;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Call;
import com.sentori.contract.http.Route;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.RunQuery;
import com.sentori.contract.runs.Runs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The call for the archive of runs. */
public final class ReportRoutes {
    /** The most runs of an archive. */
    public static final int MAX_RUNS = 100;

    /** The header {@code Content-Disposition} of every archive. */
    public static final String DISPOSITION = "attachment; filename=\"simulation-reports.zip\"";

    private static final String PATH = "/api/reports/download";

    private final Runs runs;
    private final UnaryOperator<Run> shown;
    private final Delivery delivery;

    private ReportRoutes(Runs runs, UnaryOperator<Run> shown, Delivery delivery) {
        this.runs = runs;
        this.shown = shown;
        this.delivery = delivery;
    }

    /**
     * The routes over a store.
     *
     * @param shown a run as clients see it
     * @param delivery how archives get to clients
     */
    public static List<Route> of(Runs runs, UnaryOperator<Run> shown, Delivery delivery) {
        return List.of(Route.get(PATH, new ReportRoutes(runs, shown, delivery)::download));
    }

    /** Where the archive of these runs is to be had, from the root of the server. */
    public static String address(List<Run> runs) {
        return runs.stream().map(run -> "runId=" + run.id()).collect(Collectors.joining("&", PATH + "?", ""));
    }

    private ApiResponse download(Call call) {
        List<String> wanted = call.parameters("runId");
        if (wanted.isEmpty()) {
            return newest();
        }
        if (wanted.size() > MAX_RUNS) {
            throw ContractException.invalid("runId", "name at most " + MAX_RUNS + " runs");
        }
        Set<String> ids = new LinkedHashSet<>();
        wanted.forEach(id -> ids.add(RunId.parse(id)));
        List<Run> found = ids.stream()
                .map(id -> runs.find(id).orElseThrow(() -> ContractException.runNotFound(id)))
                .toList();
        List<Run> ended = found.stream().filter(run -> !run.isRunning()).map(shown).toList();
        return archive(delivery.named(required(ended)), ended.size() < found.size());
    }

    private ApiResponse newest() {
        List<Run> ended = new ArrayList<>();
        String after = null;
        do {
            Slice<Run> slice = runs.newestFirst(RunQuery.ALL, after, MAX_RUNS);
            slice.entries().stream().map(Slice.Entry::item).filter(run -> !run.isRunning()).forEach(ended::add);
            after = slice.resume();
        } while (after != null && ended.size() <= MAX_RUNS);
        List<Run> most = ended.stream().limit(MAX_RUNS).map(shown).toList();
        Delivery.Archive archive = delivery.newest(required(most));
        return archive(archive.answer(), archive.runs() < ended.size());
    }

    private static List<Run> required(List<Run> ended) {
        if (ended.isEmpty()) {
            throw ContractException.of(ErrorCode.RUN_NOT_FOUND, "There is no ended run to report on.");
        }
        return ended;
    }

    private static ApiResponse archive(ApiResponse answer, boolean truncated) {
        return truncated ? answer.with("X-Truncated", "true") : answer;
    }

    /** An archive as a download. */
    static ApiResponse named(ApiResponse answer) {
        return answer.with("Content-Disposition", DISPOSITION);
    }

    /** How archives get to clients: it differs by what a platform can send. */
    public interface Delivery {
        /** The archive of exactly these runs, or the way to it. */
        ApiResponse named(List<Run> runs);

        /** The archive of the first of these, as many as one answer holds, at least one. */
        Archive newest(List<Run> runs);

        /**
         * An answer.
         *
         * @param answer with the archive
         * @param runs how many it holds
         */
        record Archive(ApiResponse answer, int runs) {}
    }
}
