SELECT *
FROM sensor_data
WHERE run_id = :run AND position > :after
ORDER BY position
LIMIT :limit
