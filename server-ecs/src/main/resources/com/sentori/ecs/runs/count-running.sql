-- What decides whether a run has expired, and nothing of its size: every client asks each second.
SELECT r.started_at, r.duration_seconds, a.last_arrival
FROM runs r
JOIN run_arrivals a ON a.run_id = r.id
WHERE r.status = 'RUNNING'
