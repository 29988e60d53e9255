-- Some at a time: nobody waits long for a lock or for the log. Whoever ended before the time has an id from before it.
DELETE FROM runs
WHERE id IN (SELECT id
             FROM runs
             WHERE id < :edge AND finished_at < :before
             ORDER BY id
             LIMIT :most)
