SELECT scope
FROM answers
WHERE scope = ANY(:scopes) AND answered_at > :edge
