-- Places for the readings of those runs.
SELECT count(ensure_day_of_readings(day))
FROM (SELECT DISTINCT (uuid_extract_timestamp(id) AT TIME ZONE 'UTC')::date AS day FROM runs) AS days
