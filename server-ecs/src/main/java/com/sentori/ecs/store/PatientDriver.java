package com.sentori.ecs.store;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, but that it waits where no server listens yet. The pool opens its connections on a thread of its own, and
 * after each failure it pauses, soon for five seconds: so a store that is back would stay unused for as long. Here the pool sees no
 * failure, and has a connection a tenth of a second after there can be one; who waits for the pool waits no longer than the pool's
 * time-out. Thread-safe.
 */
public final class PatientDriver implements Driver {
    private static final System.Logger LOG = System.getLogger(PatientDriver.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration SAY_EVERY = Duration.ofSeconds(30);

    private final Driver driver;

    /** As the pool makes it. */
    public PatientDriver() throws SQLException {
        driver = DriverManager.getDriver("jdbc:postgresql:");
    }

    /** Waits until there is a connection, or until the thread is interrupted. */
    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        long sayAt = System.nanoTime();
        while (true) {
            try {
                return driver.connect(url, properties);
            } catch (SQLException away) {
                if (!isAway(away)) {
                    throw away;
                }
                if (System.nanoTime() - sayAt >= 0) {
                    LOG.log(Level.WARNING, "PostgreSQL is away: " + away.getMessage());
                    sayAt = System.nanoTime() + SAY_EVERY.toNanos();
                }
                pause(away);
            }
        }
    }

    /** No connection, or a server that is starting, stopping, or full. */
    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    private static void pause(SQLException reason) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }
}
