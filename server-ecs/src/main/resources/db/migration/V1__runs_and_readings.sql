-- Which store this is, as /api/info tells it. The row is also the lock of those who start runs: the limit of
-- running runs is counted and used up under it, by however many server tasks.
CREATE TABLE store (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    instance_id uuid    NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO store DEFAULT VALUES;

CREATE TABLE runs (
    id               uuid        PRIMARY KEY,
    username         text        NOT NULL,
    status           text        NOT NULL CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED', 'INTERRUPTED')),
    started_at       timestamptz NOT NULL,
    finished_at      timestamptz,
    end_reason       text        CHECK (end_reason IN ('FINISHED', 'CLIENT_FAILED', 'OPERATOR', 'TIMEOUT')),
    error_message    text,
    duration_seconds integer     NOT NULL,
    interval_seconds integer     NOT NULL,
    sensor_ids       text[]      NOT NULL,
    -- text and not jsonb, which reorders members and rewrites numbers: it goes back as it came
    meta             text        NOT NULL,
    CHECK ((status = 'RUNNING') = (finished_at IS NULL)),
    CHECK ((status = 'RUNNING') = (end_reason IS NULL))
);
CREATE INDEX runs_newest_first ON runs (started_at DESC, id DESC);
-- What every client polls each second: holds the running ones alone.
CREATE INDEX runs_running ON runs (started_at DESC, id DESC) WHERE status = 'RUNNING';

-- One narrow row per run, which every ingest updates and the end of the run closes. Its row lock serialises the
-- two, and numbers are given out under it until the commit: they become visible in their order. Fill factor
-- and the absence of further indexes keep the updates on their page (HOT).
CREATE TABLE run_arrivals (
    run_id        uuid    PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    last_position bigint  NOT NULL DEFAULT 0,
    last_arrival  timestamptz,
    ended         boolean NOT NULL DEFAULT false
) WITH (fillfactor = 50);

-- No foreign key: a reading is only stored under the lock of its run's row above.
CREATE TABLE sensor_data (
    run_id      uuid             NOT NULL,
    position    bigint           NOT NULL,
    sensor_id   text             NOT NULL,
    type        text             NOT NULL,
    reading     double precision NOT NULL,
    measured_at timestamptz      NOT NULL,
    seq         bigint,
    received_at timestamptz      NOT NULL,
    PRIMARY KEY (run_id, position)
);
-- A sensor's readings of a run without the others', and "has this run that sensor at all" for searches over runs.
CREATE INDEX sensor_data_by_sensor ON sensor_data (run_id, sensor_id, position);
