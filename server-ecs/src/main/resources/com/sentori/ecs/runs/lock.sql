-- Of the run only what never changes: after a wait for the lock, the row of "a" is the newest, that of "r" is not.
SELECT a.last_position, a.last_arrival, a.ended, r.started_at, r.duration_seconds
FROM run_arrivals a
JOIN runs r ON r.id = a.run_id
WHERE a.run_id = :id
FOR NO KEY UPDATE OF a
