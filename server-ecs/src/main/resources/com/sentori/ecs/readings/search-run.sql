SELECT *
FROM sensor_data
WHERE run_id = :run AND position >= :low AND position < :high
  AND (:type::text IS NULL OR type = :type)
  AND measured_at BETWEEN :from AND :to
ORDER BY position DESC
LIMIT :limit
