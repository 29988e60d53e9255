package com.sentori.ecs.store;

import com.sentori.contract.errors.ContractException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A PostgreSQL database. Thread-safe. Whatever says "not now" - no connection, no answer in time, shutting
 * down, a lock that is not had in time - becomes STORE_UNAVAILABLE; any other failure is a fault of this program
 * and passes as it is.
 */
public final class Store {
    /**
     * Connection exceptions; insufficient resources; operator intervention (a statement over its time, too);
     * lock not available; deadlock or serialization failure; read-only (a standby, just after a failover);
     * credentials or database refused.
     */
    private static final Pattern NOT_NOW = Pattern.compile("08...|53...|57...|55P03|40...|25006|28...|3D000");

    private final JdbcTemplate connections;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    /** The database behind this pool. */
    public Store(DataSource pool) {
        this.connections = new JdbcTemplate(pool);
        this.sql = JdbcClient.create(connections);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Does one statement, which is a transaction of its own. */
    public <T> T ask(Function<JdbcClient, T> statement) {
        return answered(() -> statement.apply(sql));
    }

    /** Does several statements as one; READ COMMITTED: each sees what was committed before it began. */
    @SuppressWarnings("NullAway") // the template gives back what the work gave
    public <T> T transact(Function<JdbcClient, T> work) {
        return answered(() -> transactions.execute(status -> work.apply(sql)));
    }

    /** Does several statements on one connection, each a transaction of its own. */
    @SuppressWarnings("NullAway") // the template gives back what the work gave
    public <T> T hold(Function<JdbcClient, T> work) {
        return answered(() -> connections.execute((Connection connection) -> work
                .apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)))));
    }

    /**
     * Copies rows into a table, within the transaction that is under way on this thread.
     *
     * @param statement {@code COPY … FROM STDIN (FORMAT binary)}
     */
    public void copy(String statement, CopyRows rows) {
        connections.execute((Connection connection) -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                rows.writeTo(copy);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    /** Which store this is; another one has another id, also after a restore into a new database. */
    public UUID instanceId() {
        return ask(client -> client.sql("SELECT instance_id FROM store").query(UUID.class).single());
    }

    private static <T> T answered(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException failure) {
            throw isNotNow(failure) ? ContractException.storeUnavailable(failure) : failure;
        }
    }

    private static boolean isNotNow(NestedRuntimeException failure) {
        if (failure instanceof DataAccessResourceFailureException || failure instanceof TransactionException) {
            return true;
        }
        return NestedExceptionUtils.getRootCause(failure) instanceof SQLException cause && cause.getSQLState() != null
                && NOT_NOW.matcher(cause.getSQLState()).matches();
    }
}
