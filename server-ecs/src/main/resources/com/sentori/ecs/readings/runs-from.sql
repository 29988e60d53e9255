SELECT r.id, r.started_at, a.last_position
FROM runs r
JOIN run_arrivals a ON a.run_id = r.id
WHERE (r.started_at, r.id) <= (:startedAt, :id)
ORDER BY r.started_at DESC, r.id DESC
LIMIT :limit
