-- What a call with an Idempotency-Key was answered, written in the transaction of its effect. The key is a hash of fixed
-- length; what is older than its time is as good as gone, and is deleted by and by.
CREATE TABLE answers (
    scope       text        PRIMARY KEY,
    digest      text        NOT NULL,
    answered_at timestamptz NOT NULL,
    status      integer     NOT NULL,
    location    text,
    body        bytea       NOT NULL
);
CREATE INDEX answers_oldest_first ON answers (answered_at);
