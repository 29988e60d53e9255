-- Of days that are over by so much, and of which no run is left; and those whose end was broken off.
SELECT name, going
FROM sensor_data_partitions p
WHERE going
   OR (to_id <= :edge
       AND NOT EXISTS (SELECT FROM run_arrivals a WHERE a.run_id >= p.from_id AND a.run_id < p.to_id))
ORDER BY going DESC, from_id
