CREATE TABLE IF NOT EXISTS run (
  id INTEGER PRIMARY KEY,
  store TEXT NOT NULL,
  run_id TEXT NOT NULL,
  backend TEXT NOT NULL DEFAULT '',
  json BLOB,
  seen_at INTEGER NOT NULL,
  UNIQUE (store, run_id)
);

CREATE TABLE IF NOT EXISTS series (
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,
  sensor_id TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (run, number)
) WITHOUT ROWID;

-- A stretch of a run's order of arrival: all readings behind "after" up to "last", and where the backend goes on.
CREATE TABLE IF NOT EXISTS block (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  after INTEGER NOT NULL,
  last INTEGER NOT NULL,
  from_time INTEGER NOT NULL,
  to_time INTEGER NOT NULL,
  cursor TEXT,
  complete INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  data BLOB NOT NULL
);

CREATE INDEX IF NOT EXISTS block_of_run ON block (run);
