SELECT name
FROM sensor_data_partitions
WHERE from_id IS NULL
ORDER BY name
