package com.sentori.ecs.answers;

import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.contract.json.Timestamps;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers that are kept in PostgreSQL. */
public final class JdbcAnswers implements Answers {
    private static final String FIND = Statements.of(JdbcAnswers.class, "find");
    private static final String TAKEN = Statements.of(JdbcAnswers.class, "taken");
    private static final String KEEP = Statements.of(JdbcAnswers.class, "keep");
    private static final String FORGET = Statements.of(JdbcAnswers.class, "forget");
    private static final int FORGET_STEP = 5_000;

    private final Store store;

    /** The answers of this store. */
    public JdbcAnswers(Store store) {
        this.store = store;
    }

    @Override
    public Optional<KeptAnswer> find(String scope, Instant now) {
        return store.ask(sql -> sql.sql(FIND)
                .param("scope", scope)
                .param("edge", edge(now))
                .query(JdbcAnswers::answer)
                .optional());
    }

    /** Deletes what is forgotten. Only tidies up: {@link #find} does not see it any more. */
    public void forget(Instant now) {
        int deleted;
        do {
            deleted = store.ask(
                    sql -> sql.sql(FORGET).param("edge", edge(now)).param("most", FORGET_STEP).update());
        } while (deleted == FORGET_STEP);
    }

    /** Which of these scopes are taken, as this transaction sees it. */
    public static Set<String> taken(JdbcClient sql, Collection<String> scopes, Instant now) {
        return sql.sql(TAKEN)
                .param("scopes", scopes.toArray(String[]::new))
                .param("edge", edge(now))
                .query((row, number) -> row.getString("scope"))
                .set();
    }

    /**
     * Keeps these answers, all or none, in the transaction of their effects.
     *
     * @throws AlreadyDone if a scope is taken: the caller lets it pass, which rolls the effects back
     */
    public static void keep(JdbcClient sql, Collection<KeptAnswer> kept, Instant now) {
        List<KeptAnswer> answers = List.copyOf(kept);
        if (answers.isEmpty()) {
            return;
        }
        int written = sql.sql(KEEP)
                .param("scopes", answers.stream().map(answer -> answer.key().scope()).toArray(String[]::new))
                .param("digests", answers.stream().map(answer -> answer.key().digest()).toArray(String[]::new))
                .param("times", answers.stream().map(answer -> Timestamps.write(answer.at())).toArray(String[]::new))
                .param("statuses", answers.stream().map(KeptAnswer::status).toArray(Integer[]::new))
                .param("locations", answers.stream().map(KeptAnswer::location).toArray(String[]::new))
                .param("bodies", answers.stream().map(KeptAnswer::body).toArray(byte[][]::new))
                .param("edge", edge(now))
                .update();
        if (written < answers.size()) {
            throw new AlreadyDone();
        }
    }

    private static OffsetDateTime edge(Instant now) {
        return Times.sql(now.minus(KeptAnswer.TIME));
    }

    private static KeptAnswer answer(ResultSet row, int number) throws SQLException {
        return new KeptAnswer(new IdempotencyKey(row.getString("scope"), row.getString("digest")),
                Times.required(row, "answered_at"), row.getInt("status"), row.getString("location"),
                row.getBytes("body"));
    }
}
