WITH advanced AS (
    UPDATE run_arrivals
    SET last_position = :before + :count, last_arrival = GREATEST(last_arrival, :lastArrival)
    WHERE run_id = :run
)
INSERT INTO sensor_data (run_id, position, sensor_id, type, reading, measured_at, seq, received_at)
SELECT :run, :before + new.place, new.sensor_id, new.type, new.reading, new.measured_at, new.seq, new.received_at
FROM unnest(:sensorIds::text[], :types::text[], :values::double precision[], :timestamps::timestamptz[],
            :seqs::bigint[], :received::timestamptz[])
    WITH ORDINALITY AS new (sensor_id, type, reading, measured_at, seq, received_at, place)
