COPY sensor_data (run_id, position, sensor_id, type, reading, measured_at, seq, received_at)
FROM STDIN (FORMAT binary)
