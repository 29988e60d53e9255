SELECT true
FROM run_arrivals
WHERE run_id = :run
