-- The readings of the runs that started on one day (UTC) lie in a table of their own, a partition of sensor_data: ids of runs
-- begin with their time (UUID version 7), so that a run lies in one of them as a whole. What a reading costs does not depend on how
-- many days there are, and a day goes by dropping its table.
SET LOCAL statement_timeout = 0;

ALTER TABLE sensor_data RENAME TO sensor_data_first;
ALTER TABLE sensor_data_first RENAME CONSTRAINT sensor_data_pkey TO sensor_data_first_pkey;
ALTER INDEX sensor_data_by_sensor RENAME TO sensor_data_first_by_sensor;

CREATE TABLE sensor_data (LIKE sensor_data_first, PRIMARY KEY (run_id, position)) PARTITION BY RANGE (run_id);
CREATE INDEX sensor_data_by_sensor ON sensor_data (run_id, sensor_id, position);

-- The smallest id that a run of this day can have.
CREATE FUNCTION first_run_id(day date) RETURNS uuid
    LANGUAGE sql IMMUTABLE STRICT
    RETURN (lpad(to_hex((day - DATE '1970-01-01')::bigint * 86400000), 12, '0') || repeat('0', 20))::uuid;

-- What is there already stays where it is, with its indexes; its days end where the last of its runs allows.
DO $$
DECLARE
    last_id uuid := (SELECT id FROM runs ORDER BY id DESC LIMIT 1);
    days    bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM sensor_data_first) THEN
        DROP TABLE sensor_data_first;
        RETURN;
    END IF;
    days := ('x' || left(replace(last_id::text, '-', ''), 12))::bit(48)::bigint / 86400000;
    EXECUTE format('ALTER TABLE sensor_data ATTACH PARTITION sensor_data_first FOR VALUES FROM (MINVALUE) TO (%L)',
                   first_run_id(DATE '1970-01-01' + days::integer + 1));
END
$$;

-- The partitions with their bounds, the upper one exclusive; and, without bounds, tables that were partitions once.
CREATE VIEW sensor_data_partitions AS
SELECT c.relname::text AS name,
       CASE WHEN i.inhrelid IS NOT NULL
            THEN coalesce(substring(bound FROM 'FROM \(''([0-9a-f-]+)''\)')::uuid,
                          '00000000-0000-0000-0000-000000000000') END AS from_id,
       substring(bound FROM 'TO \(''([0-9a-f-]+)''\)')::uuid AS to_id,
       coalesce(i.inhdetachpending, false) AS going
FROM pg_class c
LEFT JOIN pg_inherits i ON i.inhrelid = c.oid,
     pg_get_expr(c.relpartbound, c.oid) AS bound
WHERE c.relkind = 'r'
  AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'sensor_data'::regclass)
  AND c.relname ~ '^sensor_data_(first|[0-9]{8,})$';

-- Sees to it that the runs of this day have a place; whether it was wanting. Made apart and attached: who reads and writes the
-- other days goes on meanwhile. (CREATE TABLE … PARTITION OF would wait for every reader, and every writer for it.)
CREATE FUNCTION ensure_day_of_readings(day date) RETURNS boolean
    LANGUAGE plpgsql AS $$
DECLARE
    lower_id uuid := first_run_id(day);
    upper_id uuid := first_run_id(day + 1);
    name     text := 'sensor_data_' || to_char(day, 'YYYYMMDD');
BEGIN
    IF EXISTS (SELECT FROM sensor_data_partitions p WHERE p.from_id <= lower_id AND p.to_id >= upper_id AND NOT p.going) THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('days of readings'));
    IF EXISTS (SELECT FROM sensor_data_partitions p WHERE p.from_id <= lower_id AND p.to_id >= upper_id AND NOT p.going) THEN
        RETURN false;
    END IF;
    IF to_regclass(name) IS NOT NULL THEN
        RAISE lock_not_available USING MESSAGE = name || ' is just going';
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE sensor_data INCLUDING ALL)', name);
    EXECUTE format('ALTER TABLE sensor_data ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, lower_id, upper_id);
    RETURN true;
END
$$;
