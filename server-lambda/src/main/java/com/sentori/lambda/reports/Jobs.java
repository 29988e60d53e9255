package com.sentori.lambda.reports;

import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The reports that are being built, an item each. One at a time holds a report, for as long as a step can take; what a
 * holder did counts only if it still was the holder when it said so.
 */
final class Jobs {
    /** Twice a step, with what may come on top of it: a holder that is silent by then is dead, or so slow that another does better. */
    static final Duration HELD = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String MINE = "holder = :me";
    private static final String LET_GO = " REMOVE holder, heldUntil";

    private final Store store;
    private final Clock clock;

    Jobs(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<Job> find(String id) {
        return store.get(store.tables().runs(), Job.key(id)).map(item -> Job.of(id, item));
    }

    /** Wants it to be built, from its beginning if it was built before. */
    void open(String id) {
        change(id, "SET expiresAt = :expiry REMOVE built", "attribute_not_exists(pk) OR attribute_exists(built)",
                Item.EMPTY.with(":expiry", expiry()), found -> true);
    }

    /** Holds it; empty if another one does, or it is built. */
    Optional<Job> hold(String id) {
        Instant now = clock.instant();
        String me = UUID.randomUUID().toString();
        return change(id, "SET holder = :me, heldUntil = :until, expiresAt = :expiry",
                "attribute_exists(pk) AND attribute_not_exists(built)"
                        + " AND (attribute_not_exists(heldUntil) OR heldUntil < :now)",
                Item.EMPTY.with(":me", me)
                        .with(":until", now.plus(HELD).toEpochMilli())
                        .with(":now", now.toEpochMilli())
                        .with(":expiry", expiry()),
                found -> me.equals(found.holder()));
    }

    /** Notes how far it was built and lets it go; false if this was not the holder any more. */
    boolean advance(Job mine, String progress) {
        return change(mine.id(), "SET progress = :progress" + LET_GO, MINE,
                me(mine).with(":progress", progress), found -> progress.equals(found.progress())).isPresent();
    }

    /** Notes that it is built and lets it go. */
    void finish(Job mine) {
        change(mine.id(), "SET built = :yes" + LET_GO + ", progress", MINE, me(mine).with(":yes", 1), Job::isBuilt);
    }

    /** Lets it go, to be built from the beginning. */
    void restart(Job mine) {
        change(mine.id(), LET_GO.strip() + ", progress", MINE, me(mine), found -> false);
    }

    /** Lets it go as it was found. */
    void letGo(Job mine) {
        change(mine.id(), LET_GO.strip(), MINE, me(mine), found -> false);
    }

    /**
     * Changes an item on a condition.
     *
     * @param isDone tells by what was found whether an earlier try, whose answer was lost, has done it
     * @return the job after that; empty if it was refused
     */
    private Optional<Job> change(String id, String update, String condition, Item values, Predicate<Job> isDone) {
        Written written = store.update(UpdateItemRequest.builder()
                .tableName(store.tables().runs())
                .key(Job.key(id).values())
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeValues(values.values()));
        return switch (written) {
            case Written.Done done -> Optional.of(Job.of(id, done.after()));
            case Written.Refused refused -> Optional.of(Job.of(id, refused.found())).filter(isDone);
        };
    }

    private static Item me(Job mine) {
        @Nullable
        String holder = mine.holder();
        if (holder == null) {
            throw new IllegalArgumentException("nobody holds " + mine.id());
        }
        return Item.EMPTY.with(":me", holder);
    }

    private long expiry() {
        return clock.instant().plus(KEPT).getEpochSecond();
    }
}
