-- The list of runs by who started them and by where they are, newest first.
CREATE INDEX runs_by_user ON runs (username, started_at DESC, id DESC);
CREATE INDEX runs_by_status ON runs (status, started_at DESC, id DESC);
