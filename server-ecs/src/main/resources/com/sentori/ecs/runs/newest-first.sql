SELECT r.*, a.last_arrival
FROM runs r
JOIN run_arrivals a ON a.run_id = r.id
WHERE (r.started_at, r.id) < (:startedAt, :id)
  AND (:status::text IS NULL OR r.status = :status)
  AND (:username::text IS NULL OR r.username = :username)
  AND r.started_at BETWEEN :from AND :to
ORDER BY r.started_at DESC, r.id DESC
LIMIT :limit
OFFSET :offset
