SELECT r.*, a.last_arrival
FROM runs r
JOIN run_arrivals a ON a.run_id = r.id
WHERE r.status = 'RUNNING'
ORDER BY r.started_at DESC, r.id DESC
