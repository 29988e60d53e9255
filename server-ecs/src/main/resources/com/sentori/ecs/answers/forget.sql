-- Some at a time: nobody waits long for a lock or for the log.
DELETE FROM answers
WHERE scope IN (SELECT scope FROM answers WHERE answered_at <= :edge ORDER BY answered_at LIMIT :most)
