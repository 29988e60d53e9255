WITH closed AS (
    UPDATE run_arrivals SET ended = true WHERE run_id = :id
)
UPDATE runs
SET status = :status, finished_at = :at, end_reason = :reason, error_message = :errorMessage
WHERE id = :id
