-- The answer that a call with an Idempotency-Key got, written in the transaction of the call.
CREATE TABLE idempotency_key (
  caller       text        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  status       integer,
  location     text,
  etag         text,
  body         text,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (caller, key)
);
