package com.sentori.bench.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * What a database holds before a measurement, made by statements and not over HTTP.
 *
 * @param runs that have ended
 * @param readings of each
 */
public record OldRuns(int runs, int readings) {
    /** An empty database. */
    public static final OldRuns NONE = new OldRuns(0, 0);

    /** Into a database that has its tables. */
    void into(Connection connection) throws SQLException, IOException {
        try (PreparedStatement sql = connection.prepareStatement(statement("old-runs"))) {
            sql.setInt(1, runs);
            sql.setInt(2, readings);
            sql.executeUpdate();
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement("old-days"));
            if (readings > 0) {
                sql.executeUpdate(statement("old-readings"));
            }
            // What autovacuum does within a minute or two.
            sql.execute("VACUUM ANALYZE");
            sql.execute("CHECKPOINT");
        }
    }

    private static String statement(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(OldRuns.class.getResourceAsStream(name + ".sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
