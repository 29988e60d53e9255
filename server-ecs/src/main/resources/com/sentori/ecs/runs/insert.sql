WITH run AS (
    INSERT INTO runs (id, username, status, started_at, duration_seconds, interval_seconds, sensor_ids, meta)
    VALUES (:id, :username, 'RUNNING', :startedAt, :duration, :interval, :sensorIds, :meta)
    RETURNING id
)
INSERT INTO run_arrivals (run_id)
SELECT id FROM run
