-- Waits for whoever writes the same scope at this moment; counts no row if it is taken. In the order of the scopes, so that
-- two writers of the same scopes do not wait for each other.
INSERT INTO answers (scope, digest, answered_at, status, location, body)
SELECT new.*
FROM unnest(:scopes::text[], :digests::text[], :times::timestamptz[], :statuses::integer[], :locations::text[],
            :bodies::bytea[]) AS new (scope, digest, answered_at, status, location, body)
ORDER BY new.scope
ON CONFLICT (scope) DO UPDATE
SET digest = excluded.digest, answered_at = excluded.answered_at, status = excluded.status,
    location = excluded.location, body = excluded.body
WHERE answers.answered_at <= :edge
