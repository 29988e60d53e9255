package com.sentori.ecs.readings;

import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.ecs.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A stored reading and its place in its run.
 *
 * @param position from 1, in the order of arrival
 * @param reading what is stored there
 */
record ReadingRow(long position, Reading reading) {
    static ReadingRow of(ResultSet row, int number) throws SQLException {
        long position = row.getLong("position");
        NewReading measured = new NewReading(row.getString("sensor_id"), row.getString("type"),
                row.getDouble("reading"), Times.required(row, "measured_at"), row.getObject("seq", Long.class));
        return new ReadingRow(position,
                Reading.of(row.getString("run_id"), position, measured, Times.required(row, "received_at")));
    }
}
