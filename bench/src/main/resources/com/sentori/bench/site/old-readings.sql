-- Readings of every ended run, as many as it says it has; the values are noise.
INSERT INTO sensor_data (run_id, position, sensor_id, type, reading, measured_at, seq, received_at)
SELECT r.id, position, 'sensor-' || position % 100, 'temperature', 20 + random() * 5,
       r.started_at + position * interval '1 millisecond', position, r.started_at + position * interval '1 millisecond'
FROM run_arrivals a
JOIN runs r ON r.id = a.run_id
CROSS JOIN LATERAL generate_series(1, a.last_position) AS position
WHERE r.status <> 'RUNNING'
