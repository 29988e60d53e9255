UPDATE run_arrivals
SET last_position = last_position + :count, last_arrival = GREATEST(last_arrival, :lastArrival)
WHERE run_id = :run
