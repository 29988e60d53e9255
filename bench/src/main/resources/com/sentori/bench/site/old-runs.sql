-- Ended runs, a minute apart, the newest an hour ago.
WITH old AS (
    INSERT INTO runs (id, username, status, started_at, finished_at, end_reason, duration_seconds, interval_seconds,
                      sensor_ids, meta)
    SELECT uuidv7(- interval '1 hour' - number * interval '1 minute'), 'user-' || number % 50, 'COMPLETED',
           now() - interval '1 hour' - number * interval '1 minute',
           now() - interval '1 hour' - (number - 0.5) * interval '1 minute', 'FINISHED', 60, 5,
           ARRAY(SELECT 'sensor-' || sensor FROM generate_series(1, 20) AS sensor), '{}'
    FROM generate_series(1, ?) AS number
    RETURNING id, finished_at
)
INSERT INTO run_arrivals (run_id, last_position, last_arrival, ended)
SELECT id, ?, finished_at, true
FROM old
