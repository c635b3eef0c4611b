-- Events written in the transaction that they tell of; the relay sends them in id order and deletes what Kafka has acknowledged.
CREATE TABLE outbox (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic      text        NOT NULL,
  key        text        NOT NULL,
  payload    bytea       NOT NULL,
  created_at timestamptz NOT NULL
);
