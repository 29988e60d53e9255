package com.sentori.lambda.reports;

import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.json.Json;
import com.sentori.contract.reports.Report;
import com.sentori.contract.reports.ReportRoutes;
import com.sentori.contract.reports.ReportWriter;
import com.sentori.contract.reports.WholeDelivery;
import com.sentori.contract.runs.Run;
import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Archives that grow in S3, a step each time somebody asks, until there is a whole one to be sent to. Each step begins where the
 * last one that was noted ended, so that a function that dies costs its step alone; of several that ask at once, one goes on. The same
 * runs have the same archive, which is built once for as long as the bucket keeps it. Thread-safe.
 */
public final class LargeReports implements WholeDelivery.Larger {
    /** So long a step goes on; a page of readings and a part may come on top. */
    private static final Duration STEP = Duration.ofSeconds(8);
    /** How long the address is good that a caller is sent to. */
    private static final Duration VALID = Duration.ofMinutes(10);
    /** Steps at once in one process, for each holds its archive's summary in memory. */
    private static final int AT_ONCE = 2;
    private static final String RETRY_SECONDS = "1";
    /** To be changed with the form of the archive. */
    private static final String FORM = "report 1";

    private final Report report;
    private final Bucket bucket;
    private final Jobs jobs;
    private final Duration step;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Reports that are kept in this bucket, and how far they are in this store. */
    public LargeReports(Report report, Bucket bucket, Store store, Clock clock) {
        this(report, bucket, store, clock, STEP);
    }

    LargeReports(Report report, Bucket bucket, Store store, Clock clock, Duration step) {
        this.report = report;
        this.bucket = bucket;
        this.jobs = new Jobs(store, clock);
        this.step = step;
    }

    @Override
    public Optional<ApiResponse> known(List<Run> runs) {
        List<Run> ordered = ordered(runs);
        return jobs.find(id(ordered)).map(job -> isBuilt(job, ordered) ? redirect(job) : underWay(runs));
    }

    @Override
    public ApiResponse of(List<Run> runs) {
        jobs.open(id(ordered(runs)));
        return underWay(runs);
    }

    /** Whether it is there, perhaps after one more step. */
    private boolean isBuilt(Job job, List<Run> runs) {
        if (job.isBuilt()) {
            if (bucket.has(object(job))) {
                return true;
            }
            jobs.open(job.id()); // the bucket has let it expire
        }
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            Optional<Job> held = jobs.hold(job.id());
            return held.isPresent() && goOn(held.get(), runs);
        } finally {
            places.release();
        }
    }

    private boolean goOn(Job job, List<Run> runs) {
        try {
            return step(job, runs);
        } catch (IOException e) {
            // Ended by a holder that was taken for dead; or else it is begun anew.
            if (bucket.has(object(job))) {
                jobs.finish(job);
                return true;
            }
            jobs.restart(job);
            return false;
        } catch (RuntimeException e) {
            letGo(job, e);
            throw e;
        }
    }

    private void letGo(Job job, RuntimeException fault) {
        try {
            jobs.letGo(job);
        } catch (RuntimeException e) {
            fault.addSuppressed(e); // then the next one waits until this one counts as dead
        }
    }

    /** @throws IOException if the upload is gone */
    private boolean step(Job job, List<Run> runs) throws IOException {
        long began = System.nanoTime();
        String before = job.progress();
        byte[] saved = before == null ? null : bucket.get(before).orElse(null);
        DataInputStream from = saved == null ? null : new DataInputStream(new ByteArrayInputStream(saved));
        Parts parts = from == null
                ? new Parts(bucket, bucket.begin(object(job), Map.of("Content-Type", "application/zip",
                        "Content-Disposition", ReportRoutes.DISPOSITION)))
                : Parts.restore(from, bucket);
        try (ReportWriter writer = from == null ? report.writer(runs, parts) : report.restore(runs, from, parts)) {
            boolean more;
            do {
                more = writer.writeNext();
            } while (more && System.nanoTime() - began < step.toNanos());
            if (more) {
                putDown(job, before, parts, writer);
                return false;
            }
        }
        if (!parts.complete()) {
            throw new Parts.Gone();
        }
        jobs.finish(job);
        forget(before);
        return true;
    }

    private void putDown(Job job, @Nullable String before, Parts parts, ReportWriter writer) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream(2 * Parts.SIZE);
        DataOutputStream to = new DataOutputStream(saved);
        parts.save(to);
        writer.save(to);
        String after = "progress/" + job.id() + "/" + UUID.randomUUID();
        bucket.put(after, saved.toByteArray());
        forget(jobs.advance(job, after) ? before : after);
    }

    private void forget(@Nullable String progress) {
        if (progress != null) {
            bucket.delete(progress);
        }
    }

    private static ApiResponse underWay(List<Run> runs) {
        return new ApiResponse(202, Map.of("Location", ReportRoutes.address(runs), "Retry-After", RETRY_SECONDS),
                new byte[0]);
    }

    private ApiResponse redirect(Job job) {
        return new ApiResponse(303, Map.of("Location", bucket.presigned(object(job), VALID).toString()), new byte[0]);
    }

    private static String object(Job job) {
        return "reports/" + job.id() + ".zip";
    }

    private static List<Run> ordered(List<Run> runs) {
        return runs.stream().sorted(Comparator.comparing(Run::id)).toList();
    }

    /** By all that the archive depends on. */
    private static String id(List<Run> runs) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(FORM.getBytes(StandardCharsets.UTF_8));
            runs.forEach(run -> sha256.update(Json.bytes(run)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
