INSERT INTO one_by_one (run_id, position, sensor_id, type, reading, measured_at, seq, received_at)
VALUES (:run, nextval('one_by_one_positions'), :sensorId, :type, :value, :timestamp, :seq, :received)
