SELECT true
FROM runs
WHERE id = :run AND status = 'RUNNING'
