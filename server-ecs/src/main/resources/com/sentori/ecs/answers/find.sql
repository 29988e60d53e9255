SELECT *
FROM answers
WHERE scope = :scope AND answered_at > :edge
