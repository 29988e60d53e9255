-- Readings of one run, as if they had come; the values are noise.
WITH readings AS (
    INSERT INTO sensor_data (run_id, position, sensor_id, type, reading, measured_at, seq, received_at)
    SELECT r.id, position, 'sensor-' || position % 100, 'temperature', 20 + random() * 5,
           r.started_at + position * interval '1 millisecond', position, r.started_at + position * interval '1 millisecond'
    FROM runs r
    CROSS JOIN generate_series(1, ?) AS position
    WHERE r.id = ?::uuid
    RETURNING position
)
UPDATE run_arrivals
SET last_position = (SELECT count(*) FROM readings)
WHERE run_id = ?::uuid
