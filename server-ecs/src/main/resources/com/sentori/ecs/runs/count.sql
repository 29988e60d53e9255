SELECT count(*) AS total
FROM runs
WHERE (:status::text IS NULL OR status = :status)
  AND (:username::text IS NULL OR username = :username)
  AND started_at BETWEEN :from AND :to
